package dev.skybridge.network.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skybridge.network.http.HttpClient;
import dev.skybridge.network.http.Timeouts;
import dev.skybridge.network.tls.TlsClient;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ShutdownTest {
  @Test
  void nothingIsLeftWhenTheFabricCloses() throws Exception {
    House house = new House();
    CountDownLatch handling = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    HttpListening listening =
        house.serve(request -> {
          handling.countDown();
          try {
            Thread.currentThread().join();
          } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
          }
          return House.ok("");
        });
    SocksDoor door = house.fabric.socksDoor(House.CLIENT, 0, house.fabric.resolver("vpc-1"));
    DnsListening dns = house.fabric.serveDns("vpc-1");
    HttpClient client = house.fabric.httpClient(House.CLIENT);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Socket program = new Socket()) {
      program.connect(door.address());
      Future<?> sending =
          threads.submit(() ->
              client.send(
                  House.SERVER_ADDRESS,
                  443,
                  TlsClient.unverified("shop.example"),
                  House.get("/"),
                  Timeouts.DEFAULT,
                  House.trace()));
      handling.await();
      house.close();
      interrupted.await();
      assertThatThrownBy(sending::get).isInstanceOf(ExecutionException.class);
      assertThat(program.getInputStream().read()).isEqualTo(-1);
    }
    for (InetSocketAddress address :
        List.of(listening.loopback(), door.address(), dns.loopback())) {
      assertThatThrownBy(() -> connect(address))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("refused");
    }
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("skybridge-network"));
    house.close();
  }

  @Test
  void aPlaceIsFreeAgainOnceItsListeningCloses() {
    try (House house = new House()) {
      HttpListening first = house.serve(request -> House.ok(""));
      assertThatThrownBy(() -> house.serve(request -> House.ok("")))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("something listens at port 443 of eni-server");
      first.close();
      first.close();
      house.serve(request -> House.ok("")).close();
    }
  }

  @Test
  void aTakenPortIsSaidSo() {
    try (House house = new House()) {
      var resolver = house.fabric.resolver("vpc-1");
      int port = house.fabric.socksDoor(House.CLIENT, 0, resolver).address().getPort();
      assertThatThrownBy(() -> house.fabric.socksDoor(House.CLIENT, port, resolver))
          .hasMessageStartingWith("listen at 127.0.0.1:" + port + ": ");
    }
  }

  private static void connect(InetSocketAddress address) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(address);
    }
  }
}
