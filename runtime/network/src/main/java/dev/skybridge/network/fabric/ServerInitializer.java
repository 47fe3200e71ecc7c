package dev.skybridge.network.fabric;

import static java.util.Objects.requireNonNull;

import io.netty.channel.ChannelInitializer;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.socket.SocketChannel;
import java.util.Optional;
import java.util.function.Supplier;

/** Sets up what a listening accepts: whoever is not admitted is gone before a byte is read. */
final class ServerInitializer extends ChannelInitializer<SocketChannel> {
  private final Admission admission;
  private final Supplier<HttpServer.Mode> mode;
  private final Handling handling;
  private final ChannelGroup connections;

  ServerInitializer(
      Admission admission,
      Supplier<HttpServer.Mode> mode,
      Handling handling,
      ChannelGroup connections) {
    this.admission = requireNonNull(admission);
    this.mode = requireNonNull(mode);
    this.handling = requireNonNull(handling);
    this.connections = requireNonNull(connections);
  }

  @Override
  protected void initChannel(SocketChannel channel) {
    Optional<Admission.Guest> guest = admission.admit(channel);
    if (guest.isEmpty()) {
      channel.config().setSoLinger(0);
      var _ = channel.close();
      return;
    }
    connections.add(channel);
    HttpServer.Mode now = mode.get();
    ServerPipeline pipeline = new ServerPipeline(now.settings(), handling, guest.get());
    if (now.tls().isPresent()) {
      channel
          .pipeline()
          .addLast(new ServerHandshake(now.tls().get()), new AfterHandshake(pipeline, guest.get()));
    } else {
      pipeline.http1(channel.pipeline(), Optional.empty());
    }
  }
}
