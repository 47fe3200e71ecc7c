package dev.skybridge.provider.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.skybridge.policy.Scope;
import dev.skybridge.provider.Trust;
import dev.skybridge.provider.registry.Registry;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The provider {@code hashicorp/aws} of one account, on a unix socket. Whoever may open the socket
 * is that account's root: the folder around it admits its owner only.
 */
public final class ProviderServer implements AutoCloseable {
  /** What the kernel takes, with its final zero byte. */
  private static final int LONGEST_PATH = 107;

  private static final int LARGEST_MESSAGE = 64 << 20;

  /**
   * Drops Netty's complaint that a unix socket has no keep-alive, which gRPC sets on every one.
   * Held here because java.util.logging forgets a logger that nobody holds.
   */
  private static final Logger BOOTSTRAP = Logger.getLogger("io.netty.bootstrap.ServerBootstrap");

  static {
    BOOTSTRAP.setFilter(record ->
        !record.getLevel().equals(Level.WARNING) || !record.getMessage().contains("SO_KEEPALIVE"));
  }

  private final Path socket;
  private final Server server;
  private final MultiThreadIoEventLoopGroup loops;
  private final ExecutorService calls;

  private ProviderServer(
      Path socket, Server server, MultiThreadIoEventLoopGroup loops, ExecutorService calls) {
    this.socket = socket;
    this.server = server;
    this.loops = loops;
    this.calls = calls;
  }

  /**
   * Starts serving.
   *
   * @param home the account, and the Region of provider blocks that name none
   * @param socket where; a left-over file is replaced, the folder is made (mode 700) if need be
   * @throws IllegalArgumentException when the path is too long for a socket
   */
  public static ProviderServer start(Registry registry, Scope home, Trust trust, Path socket) {
    var path = socket.toAbsolutePath();
    int length = path.toString().getBytes(UTF_8).length;
    if (length > LONGEST_PATH) {
      throw new IllegalArgumentException(
          "socket path of %d bytes: %s (expected: at most %d); choose a shorter data folder"
              .formatted(length, path, LONGEST_PATH));
    }
    var loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    var calls = Executors.newVirtualThreadPerTaskExecutor();
    var provider = new ProviderCalls(registry, new Configuration(home, trust));
    var server =
        NettyServerBuilder.forAddress(UnixDomainSocketAddress.of(path))
            .channelType(NioServerDomainSocketChannel.class)
            .bossEventLoopGroup(loops)
            .workerEventLoopGroup(loops)
            .executor(calls)
            .maxInboundMessageSize(LARGEST_MESSAGE)
            .addTransportFilter(new PluginService.Sessions())
            .intercept(new PluginService.CurrentSession())
            .addService(
                PluginService.definition(
                    provider, new ResourceCalls(registry), new DataCalls(registry)))
            .build();
    try {
      prepare(path);
      server.start();
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    } catch (IOException e) {
      end(loops);
      calls.close();
      throw new UncheckedIOException("cannot listen on " + path, e);
    }
    return new ProviderServer(path, server, loops, calls);
  }

  private static void end(MultiThreadIoEventLoopGroup loops) {
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
  }

  private static void prepare(Path socket) throws IOException {
    var folder = socket.getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    Files.deleteIfExists(socket);
  }

  /** Where it listens. */
  public Path socket() {
    return socket;
  }

  /** The value of {@code TF_REATTACH_PROVIDERS} that makes Terraform use this server. */
  public String reattach() {
    return Reattach.to(socket);
  }

  /** Ends; calls under way get a second. */
  @Override
  public void close() {
    server.shutdown();
    try {
      if (!server.awaitTermination(1, TimeUnit.SECONDS)) {
        server.shutdownNow();
        server.awaitTermination(1, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      server.shutdownNow();
      Thread.currentThread().interrupt();
    }
    end(loops);
    calls.close();
    try {
      Files.deleteIfExists(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
