package dev.skybridge.network.fabric;

import static java.util.Objects.requireNonNull;

import dev.skybridge.network.http.HttpSettings;
import dev.skybridge.network.http.Peer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.timeout.IdleStateHandler;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Sets up the protocol handlers of one accepted connection. */
final class ServerPipeline {
  /** As many requests at once on one HTTP/2 connection as an Application Load Balancer takes. */
  private static final int MAXIMUM_STREAMS = 128;

  private final HttpSettings settings;
  private final Handling handling;
  private final Admission.Guest guest;

  ServerPipeline(HttpSettings settings, Handling handling, Admission.Guest guest) {
    this.settings = requireNonNull(settings);
    this.handling = requireNonNull(handling);
    this.guest = requireNonNull(guest);
  }

  void http1(ChannelPipeline pipeline, Optional<Peer.Tls> tls) {
    Arrivals arrivals = new Arrivals();
    HttpDecoderConfig decoder =
        new HttpDecoderConfig()
            .setMaxInitialLineLength(settings.requestLine())
            .setMaxHeaderSize(settings.headers())
            .setValidateHeaders(true)
            .setStrictLineParsing(true)
            .setUseRfc9112TransferEncoding(true);
    pipeline.addLast(
        idle(),
        arrivals,
        new HttpServerCodec(decoder),
        new Http1Exchange(settings, handling, guest, tls, arrivals));
  }

  void http2(ChannelPipeline pipeline, Optional<Peer.Tls> tls) {
    AtomicInteger requests = new AtomicInteger();
    Http2Settings initial =
        Http2Settings.defaultSettings()
            .maxConcurrentStreams(MAXIMUM_STREAMS)
            .maxHeaderListSize(settings.headers());
    pipeline.addLast(
        idle(),
        Http2FrameCodecBuilder.forServer().initialSettings(initial).build(),
        new Http2MultiplexHandler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel stream) {
                stream
                    .pipeline()
                    .addLast(
                        new Http2Exchange(
                            settings, handling, () -> guest.peer(tls, requests.getAndIncrement())));
              }
            }),
        new Http2Ending());
  }

  private IdleStateHandler idle() {
    return new IdleStateHandler(0, 0, settings.idle().toMillis(), TimeUnit.MILLISECONDS);
  }
}
