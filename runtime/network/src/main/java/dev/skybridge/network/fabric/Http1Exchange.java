package dev.skybridge.network.fabric;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.network.http.HttpSettings;
import dev.skybridge.network.http.HttpVersion;
import dev.skybridge.network.http.Peer;
import dev.skybridge.network.http.RefusedRequest;
import dev.skybridge.network.http.RefusedRequest.Kind;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The server's side of one HTTP/1.1 connection: one request is handled at a time, others that came
 * already wait, and while one waits nothing more is read. All its state belongs to the connection's
 * event loop.
 */
final class Http1Exchange extends ChannelInboundHandlerAdapter {
  private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(US_ASCII);

  private final HttpSettings settings;
  private final Handling handling;
  private final Admission.Guest guest;
  private final Optional<Peer.Tls> tls;
  private final Arrivals arrivals;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private final Body body;
  private @Nullable RequestHead head;
  private boolean busy;
  private boolean continueOwed;

  /** Nothing that still comes will be read: the connection ends after what waits. */
  private boolean ending;

  private int requests;

  Http1Exchange(
      HttpSettings settings,
      Handling handling,
      Admission.Guest guest,
      Optional<Peer.Tls> tls,
      Arrivals arrivals) {
    this.settings = requireNonNull(settings);
    this.handling = requireNonNull(handling);
    this.guest = requireNonNull(guest);
    this.tls = requireNonNull(tls);
    this.arrivals = requireNonNull(arrivals);
    body = new Body(settings.body());
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    try {
      if (ending) {
        return;
      }
      if (message instanceof io.netty.handler.codec.http.HttpRequest read) {
        begin(context, read);
      }
      if (message instanceof HttpContent content && head != null && !ending) {
        content(context, head, content);
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof IdleStateEvent && !busy) {
      if (arrivals.begun() && !ending) {
        refuse(context, Kind.INCOMPLETE, "the rest of the request did not come");
      } else {
        var _ = context.close();
      }
    }
  }

  /** What waits has nobody any more who would read its answer; what is being handled goes on. */
  @Override
  public void channelInactive(ChannelHandlerContext context) {
    ending = true;
    waiting.clear();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    var _ = context.close();
  }

  private void begin(ChannelHandlerContext context, io.netty.handler.codec.http.HttpRequest read) {
    try {
      RequestHead now = RequestHead.of(read, settings);
      head = now;
      if (now.contentLength() > settings.body()) {
        refuse(context, Kind.BODY_TOO_LARGE, "the body is too large");
      } else if (now.expectsContinue()) {
        continueOwed = true;
        sendContinue(context);
      }
    } catch (RequestHead.Refusal refusal) {
      refuse(context, refusal.kind(), String.valueOf(refusal.getMessage()));
    }
  }

  private void content(ChannelHandlerContext context, RequestHead now, HttpContent content) {
    if (content.decoderResult().isFailure()) {
      refuse(context, Kind.MALFORMED, String.valueOf(content.decoderResult().cause()));
    } else if (!body.add(content.content())) {
      refuse(context, Kind.BODY_TOO_LARGE, "the body is too large");
    } else if (content instanceof LastHttpContent) {
      whole(context, now);
    }
  }

  private void whole(ChannelHandlerContext context, RequestHead now) {
    head = null;
    continueOwed = false;
    arrivals.whole();
    HttpRequest request =
        new HttpRequest(
            now.method(),
            now.target(),
            now.version(),
            now.headers(),
            body.take(),
            guest.peer(tls, requests++));
    boolean close = Responses.closes(now.headers(), now.version() == HttpVersion.HTTP_1_0);
    enqueue(
        context,
        () ->
            handling.handle(
                request,
                response -> context.executor().execute(() -> answer(context, response, close))));
  }

  private void refuse(ChannelHandlerContext context, Kind kind, String detail) {
    ending = true;
    String line = head == null ? "" : head.method() + " " + head.target() + " " + head.version();
    head = null;
    RefusedRequest refused = new RefusedRequest(kind, detail, line, guest.peer(tls, requests++));
    enqueue(
        context,
        () ->
            handling.refuse(
                refused,
                response -> context.executor().execute(() -> answer(context, response, true))));
  }

  private void enqueue(ChannelHandlerContext context, Runnable start) {
    if (busy) {
      waiting.add(start);
      context.channel().config().setAutoRead(false);
    } else {
      busy = true;
      start.run();
    }
  }

  private void answer(
      ChannelHandlerContext context, Optional<HttpResponse> response, boolean close) {
    if (response.isEmpty()) {
      var _ = context.close();
      return;
    }
    boolean last = close || Responses.closes(response.get().headers(), false);
    ChannelFuture written = context.writeAndFlush(Responses.http1(response.get(), last));
    if (last) {
      ending = true;
      waiting.clear();
      var _ = written.addListener(done -> LingeringClose.end(context));
    } else {
      next(context);
    }
  }

  private void next(ChannelHandlerContext context) {
    Runnable start = waiting.poll();
    if (start != null) {
      start.run();
      return;
    }
    busy = false;
    sendContinue(context);
    if (!context.channel().config().isAutoRead()) {
      context.channel().config().setAutoRead(true);
    }
  }

  /** Past the codec, which would take it for the answer to the next request. */
  private void sendContinue(ChannelHandlerContext context) {
    if (continueOwed && !busy) {
      continueOwed = false;
      var _ =
          context
              .pipeline()
              .context(HttpServerCodec.class)
              .writeAndFlush(Unpooled.wrappedBuffer(CONTINUE));
    }
  }
}
