package dev.skybridge.network.fabric;

import static java.util.Objects.requireNonNull;

import dev.skybridge.network.http.Headers;
import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.network.http.HttpSettings;
import dev.skybridge.network.http.HttpVersion;
import dev.skybridge.network.http.Peer;
import dev.skybridge.network.http.RefusedRequest;
import dev.skybridge.network.http.RefusedRequest.Kind;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One request over HTTP/2: a stream. Its state belongs to the connection's event loop. */
final class Http2Exchange extends ChannelInboundHandlerAdapter {
  private final HttpSettings settings;
  private final Handling handling;
  private final Supplier<Peer> peer;
  private final Body body;
  private @Nullable Http2Headers head;
  private boolean done;

  Http2Exchange(HttpSettings settings, Handling handling, Supplier<Peer> peer) {
    this.settings = requireNonNull(settings);
    this.handling = requireNonNull(handling);
    this.peer = requireNonNull(peer);
    body = new Body(settings.body());
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object frame) {
    try {
      boolean end = false;
      if (frame instanceof Http2HeadersFrame headers) {
        head = head == null ? headers.headers() : head;
        end = headers.isEndStream();
      } else if (frame instanceof Http2DataFrame data) {
        end = data.isEndStream();
        if (!done && !body.add(data.content())) {
          refuse(context, Kind.BODY_TOO_LARGE, "the body is too large");
        }
      }
      if (end && !done && head != null) {
        whole(context, head);
      }
    } finally {
      ReferenceCountUtil.release(frame);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    var _ = context.close();
  }

  private void whole(ChannelHandlerContext context, Http2Headers read) {
    CharSequence method = read.method();
    CharSequence path = read.path();
    List<Headers.Header> entries = new ArrayList<>();
    boolean tooLarge = !headers(read, entries);
    if (method == null || path == null || path.isEmpty() || path.charAt(0) != '/') {
      refuse(context, Kind.MALFORMED, "a request without method or path");
    } else if (tooLarge) {
      refuse(context, Kind.HEADER_TOO_LARGE, "a header is too large");
    } else if (entries.stream().noneMatch(header -> header.name().equals("host"))) {
      refuse(context, Kind.MALFORMED, "a request without :authority");
    } else {
      done = true;
      HttpRequest request =
          new HttpRequest(
              method.toString(),
              path.toString(),
              HttpVersion.HTTP_2,
              new Headers(entries),
              body.take(),
              peer.get());
      handling.handle(request, response -> answer(context, response, "HEAD".contentEquals(method)));
    }
  }

  private boolean headers(Http2Headers read, List<Headers.Header> entries) {
    CharSequence authority = read.authority();
    if (authority != null) {
      entries.add(new Headers.Header("host", authority.toString()));
    }
    for (Map.Entry<CharSequence, CharSequence> entry : read) {
      String name = entry.getKey().toString();
      String value = entry.getValue().toString();
      if (name.length() + 2 + value.length() > settings.header()) {
        return false;
      }
      if (!name.startsWith(":") && (authority == null || !name.equals("host"))) {
        entries.add(new Headers.Header(name, value));
      }
    }
    return true;
  }

  private void refuse(ChannelHandlerContext context, Kind kind, String detail) {
    done = true;
    String line = head == null ? "" : head.method() + " " + head.path() + " HTTP/2.0";
    handling.refuse(
        new RefusedRequest(kind, detail, line, peer.get()),
        response -> answer(context, response, false));
  }

  private static void answer(
      ChannelHandlerContext context, Optional<HttpResponse> response, boolean head) {
    context.executor().execute(() -> write(context, response, head));
  }

  private static void write(
      ChannelHandlerContext context, Optional<HttpResponse> response, boolean head) {
    if (response.isEmpty()) {
      var _ = context.close();
      return;
    }
    byte[] bytes = response.get().body();
    boolean empty = head || bytes.length == 0;
    var _ = context.write(new DefaultHttp2HeadersFrame(Responses.http2(response.get()), empty));
    if (!empty) {
      var _ = context.write(new DefaultHttp2DataFrame(Unpooled.wrappedBuffer(bytes), true));
    }
    context.flush();
  }
}
