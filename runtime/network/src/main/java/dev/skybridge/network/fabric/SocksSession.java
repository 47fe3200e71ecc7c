package dev.skybridge.network.fabric;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;

import dev.skybridge.gate.Step;
import dev.skybridge.gate.Trace;
import dev.skybridge.gate.TraceLog;
import dev.skybridge.gate.Verdict;
import dev.skybridge.network.Ipv4;
import dev.skybridge.network.dns.Resolver;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/** One program at the door: its greeting, its request, and then its bytes. */
final class SocksSession {
  private static final int VERSION = 5;
  private static final int NO_AUTHENTICATION = 0;
  private static final int NONE_ACCEPTABLE = 0xFF;
  private static final int CONNECT = 1;

  /** How long a program may take to say where it wants to go. */
  private static final Duration GREETING = Duration.ofSeconds(10);

  private final Socket program;
  private final Outside outside;
  private final Executor threads;
  private final Set<Socket> sockets;
  private final DataInputStream in;
  private final OutputStream out;

  /**
   * What a door leads to.
   *
   * @param interfaceId the interface that programs act as
   * @param resolverPlace the resolver's AWS-side address, for traces
   * @param dnsSupport whether the VPC's resolver answers now
   * @param hold how long a program waits whose packets are dropped
   */
  record Outside(
      String interfaceId,
      Resolver resolver,
      String resolverPlace,
      BooleanSupplier dnsSupport,
      Dialer dialer,
      Links links,
      TraceLog traces,
      Duration hold) {}

  /**
   * @param sockets where sockets are entered while they are open, for the door to close them
   */
  SocksSession(Socket program, Outside outside, Executor threads, Set<Socket> sockets)
      throws IOException {
    this.program = requireNonNull(program);
    this.outside = requireNonNull(outside);
    this.threads = requireNonNull(threads);
    this.sockets = requireNonNull(sockets);
    DeadlineInput limited = new DeadlineInput(program);
    limited.within(GREETING);
    in = new DataInputStream(limited);
    out = program.getOutputStream();
    program.setTcpNoDelay(true);
  }

  void run() throws IOException, InterruptedException {
    if (!greet() || in.readUnsignedByte() != VERSION) {
      return;
    }
    int command = in.readUnsignedByte();
    in.readUnsignedByte();
    int type = in.readUnsignedByte();
    if (type != SocksAddress.IPV4 && type != SocksAddress.NAME) {
      reply(SocksReply.ADDRESS_TYPE_NOT_SUPPORTED);
      return;
    }
    String host = SocksAddress.read(type, in);
    int port = in.readUnsignedShort();
    program.setSoTimeout(0);
    if (command != CONNECT) {
      reply(SocksReply.COMMAND_NOT_SUPPORTED);
    } else if (port == 0) {
      reply(SocksReply.CONNECTION_REFUSED);
    } else {
      connect(host, port);
    }
  }

  private boolean greet() throws IOException {
    if (in.readUnsignedByte() != VERSION) {
      return false;
    }
    byte[] methods = in.readNBytes(in.readUnsignedByte());
    boolean open = new String(methods, ISO_8859_1).indexOf(NO_AUTHENTICATION) >= 0;
    out.write(new byte[] {VERSION, (byte) (open ? NO_AUTHENTICATION : NONE_ACCEPTABLE)});
    return open;
  }

  private void connect(String host, int port) throws IOException, InterruptedException {
    Trace trace = Traces.connection("connect " + host + ":" + port);
    List<Ipv4> addresses = resolve(host, trace);
    if (addresses.isEmpty()) {
      fail(trace, "no such name", SocksReply.HOST_UNREACHABLE);
      return;
    }
    boolean refused = false;
    for (Ipv4 address : addresses) {
      Way way = outside.dialer().dial(outside.interfaceId(), address, port, trace);
      if (way instanceof Way.Open open) {
        carry(open, trace);
        return;
      }
      refused |= way instanceof Way.Refused;
    }
    if (refused) {
      fail(trace, "connection refused", SocksReply.CONNECTION_REFUSED);
    } else {
      trace.end("time-out");
      outside.traces().add(trace);
      hold();
      reply(SocksReply.TTL_EXPIRED);
    }
  }

  /** The addresses of a name; the resolver's answer becomes a step. */
  private List<Ipv4> resolve(String host, Trace trace) {
    if (Ipv4.isAddress(host)) {
      return List.of(Ipv4.parse(host));
    }
    long start = System.nanoTime();
    Verdict verdict =
        NameStep.verdict(
            outside.dnsSupport().getAsBoolean(), outside.resolver(), outside.resolverPlace(), host);
    List<Ipv4> addresses = verdict.allowed() ? outside.resolver().addresses(host) : List.of();
    long nanos = Math.max(0, System.nanoTime() - start);
    trace.add(new Step("DNS", outside.resolverPlace(), verdict, nanos));
    return addresses;
  }

  private void carry(Way.Open way, Trace trace) throws IOException, InterruptedException {
    try (Socket target = new Socket()) {
      target.setTcpNoDelay(true);
      target.bind(new InetSocketAddress(way.from(), 0));
      Link link = way.link((InetSocketAddress) target.getLocalSocketAddress());
      link.opening(trace.steps());
      link.onEnd(() -> Sockets.close(target));
      outside.links().enter(link);
      sockets.add(target);
      try {
        target.connect(way.to());
        out.write(SocksReply.SUCCEEDED.bytes(way.source(), target.getLocalPort()));
        relay(target);
      } finally {
        sockets.remove(target);
        outside.links().leave(link);
      }
    }
  }

  private void relay(Socket target) throws InterruptedException {
    CountDownLatch back = new CountDownLatch(1);
    threads.execute(() -> {
      try {
        Sockets.pump(target, program);
      } finally {
        back.countDown();
      }
    });
    Sockets.pump(program, target);
    back.await();
  }

  private void fail(Trace trace, String outcome, SocksReply reply) throws IOException {
    trace.end(outcome);
    outside.traces().add(trace);
    reply(reply);
  }

  /** Waits as a program waits for packets that never come, or until it gives up. */
  private void hold() throws IOException {
    program.setSoTimeout(Math.toIntExact(Math.max(1, outside.hold().toMillis())));
    try {
      InputStream late = program.getInputStream();
      while (late.read() >= 0) {
        // A program that sends before it is let in sends in vain.
      }
    } catch (SocketTimeoutException over) {
      program.setSoTimeout(0);
    }
  }

  private void reply(SocksReply reply) throws IOException {
    out.write(reply.bytes());
  }
}
