package dev.skybridge.network.fabric;

import static java.util.Objects.requireNonNull;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Serves DNS over UDP and TCP: one virtual thread reads all datagrams and answers them itself, for
 * no question blocks; one accepts, and each TCP connection has its own.
 */
final class DnsServer implements DnsListening {
  private static final int ATTEMPTS = 20;
  private static final int MAXIMUM_MESSAGE = 65_535;

  /** How long a TCP connection may take for its next query, from its first byte to its last. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** More TCP connections than these at once are closed when they come. */
  private static final int MAXIMUM_CONNECTIONS = 256;

  private final DnsReplies replies;
  private final Consumer<DnsServer> onClose;
  private final DatagramSocket udp;
  private final ServerSocket tcp;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("dns-", 0).factory());

  /**
   * Listens at once, on a port of {@code address} that is free for both.
   *
   * @throws UncheckedIOException if there is none
   */
  DnsServer(InetAddress address, DnsReplies replies, Consumer<DnsServer> onClose) {
    this.replies = requireNonNull(replies);
    this.onClose = requireNonNull(onClose);
    try {
      tcp = new ServerSocket();
      udp = bind(tcp, address);
    } catch (IOException e) {
      threads.close();
      throw new UncheckedIOException("listen at " + address + ": " + e.getMessage(), e);
    }
    threads.execute(this::answerDatagrams);
    threads.execute(this::accept);
  }

  @Override
  public InetSocketAddress loopback() {
    return new InetSocketAddress(tcp.getInetAddress(), tcp.getLocalPort());
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      onClose.accept(this);
      udp.close();
      Sockets.close(tcp);
      sockets.forEach(Sockets::close);
      threads.shutdownNow();
      threads.close();
    }
  }

  private static DatagramSocket bind(ServerSocket tcp, InetAddress address) throws IOException {
    for (int attempt = 1; ; attempt++) {
      DatagramSocket udp = new DatagramSocket(new InetSocketAddress(address, 0));
      try {
        tcp.bind(new InetSocketAddress(address, udp.getLocalPort()));
        return udp;
      } catch (IOException taken) {
        udp.close();
        if (attempt == ATTEMPTS) {
          tcp.close();
          throw taken;
        }
      }
    }
  }

  private void answerDatagrams() {
    byte[] buffer = new byte[MAXIMUM_MESSAGE];
    while (!udp.isClosed()) {
      DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
      try {
        udp.receive(packet);
        Optional<byte[]> reply = replies.udp(Arrays.copyOf(packet.getData(), packet.getLength()));
        if (reply.isPresent()) {
          udp.send(new DatagramPacket(reply.get(), reply.get().length, packet.getSocketAddress()));
        }
      } catch (IOException e) {
        // The socket is closed, or this one peer cannot be reached: go on or end above.
      }
    }
  }

  private void accept() {
    while (!tcp.isClosed()) {
      try {
        Socket socket = tcp.accept();
        if (sockets.size() >= MAXIMUM_CONNECTIONS) {
          Sockets.close(socket);
        } else {
          sockets.add(socket);
          threads.execute(() -> answer(socket));
        }
      } catch (IOException e) {
        // closed, or a connection that was gone before it was accepted
      }
    }
  }

  private void answer(Socket socket) {
    try (socket) {
      DeadlineInput limited = new DeadlineInput(socket);
      DataInputStream in = new DataInputStream(limited);
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      while (true) {
        limited.within(PATIENCE);
        byte[] query = new byte[in.readUnsignedShort()];
        in.readFully(query);
        Optional<byte[]> reply = replies.tcp(query);
        if (reply.isEmpty()) {
          return;
        }
        byte[] framed = new byte[reply.get().length + 2];
        framed[0] = (byte) (reply.get().length >> 8);
        framed[1] = (byte) reply.get().length;
        System.arraycopy(reply.get(), 0, framed, 2, reply.get().length);
        out.write(framed);
      }
    } catch (IOException gone) {
      // the end of the conversation
    } finally {
      sockets.remove(socket);
    }
  }
}
