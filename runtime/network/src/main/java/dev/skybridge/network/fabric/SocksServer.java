package dev.skybridge.network.fabric;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Accepts the programs that come to the door: a virtual thread accepts, each program has one of its
 * own, and each open connection a second one for the way back.
 */
final class SocksServer implements SocksDoor {
  private static final int BACKLOG = 128;

  private final SocksSession.Outside outside;
  private final Consumer<SocksServer> onClose;
  private final ServerSocket listening;
  private final InetSocketAddress address;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("socks-", 0).factory());

  /**
   * Listens at once.
   *
   * @throws UncheckedIOException if the port is taken
   */
  SocksServer(int port, SocksSession.Outside outside, Consumer<SocksServer> onClose) {
    this.outside = requireNonNull(outside);
    this.onClose = requireNonNull(onClose);
    try {
      listening = new ServerSocket();
      listening.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), BACKLOG);
    } catch (IOException e) {
      threads.close();
      throw new UncheckedIOException("listen at 127.0.0.1:" + port + ": " + e.getMessage(), e);
    }
    address = (InetSocketAddress) listening.getLocalSocketAddress();
    threads.execute(this::accept);
  }

  @Override
  public InetSocketAddress address() {
    return address;
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      onClose.accept(this);
      Sockets.close(listening);
      sockets.forEach(Sockets::close);
      threads.shutdownNow();
      threads.close();
    }
  }

  private void accept() {
    while (!closed.get()) {
      try {
        Socket program = listening.accept();
        sockets.add(program);
        threads.execute(() -> serve(program));
      } catch (IOException e) {
        if (listening.isClosed()) {
          return;
        }
      }
    }
  }

  private void serve(Socket program) {
    try (program) {
      new SocksSession(program, outside, threads, sockets).run();
    } catch (IOException | InterruptedException gone) {
      // The program went away or the door closes: there is nobody to tell.
    } finally {
      sockets.remove(program);
    }
  }
}
