package dev.skybridge.services.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.skybridge.network.http.HttpHandler;
import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.network.http.HttpResponse;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The Runtime API (version 2018-06-01) of one execution environment, as AWS documents it: the
 * runtime asks for the next invocation, and gets none until there is one.
 */
final class RuntimeApi implements HttpHandler {
  /** What Lambda takes as a synchronous answer, in bytes. */
  static final int MAXIMUM_ANSWER = 6_291_556;

  private static final String BASE = "/2018-06-01/runtime/";
  private static final Pattern ANSWER = Pattern.compile("invocation/([^/]+)/(response|error)");

  private final BlockingQueue<Pending> queue = new LinkedBlockingQueue<>();
  private volatile CompletableFuture<Outcome> asking = new CompletableFuture<>();
  private volatile @Nullable Pending current;

  /**
   * Completed when the runtime asks for an invocation (the first, or one more after the last that
   * it was given), or fails before that.
   */
  CompletableFuture<Outcome> asking() {
    return asking;
  }

  /** Hands an invocation to the runtime; the caller makes sure that it is the only one. */
  void offer(Pending invocation) {
    current = invocation;
    asking = new CompletableFuture<>();
    queue.add(invocation);
  }

  /** The invocation that runs now, if one does. */
  @Nullable Pending current() {
    Pending now = current;
    return now == null || now.outcome().isDone() ? null : now;
  }

  /** The process has ended: whoever waits for it learns that. */
  void exited(int status) {
    asking.complete(new Outcome.Exited(status));
    Pending now = current;
    if (now != null) {
      now.outcome().complete(new Outcome.Exited(status));
    }
  }

  @Override
  public HttpResponse handle(HttpRequest request) throws InterruptedException {
    String target = request.target();
    if (!target.startsWith(BASE)) {
      return Json.error(404, "InvalidRequest", "No such path: " + target);
    }
    String route = target.substring(BASE.length());
    if (request.method().equals("GET") && route.equals("invocation/next")) {
      return next();
    }
    if (request.method().equals("POST") && route.equals("init/error")) {
      asking.complete(new Outcome.Failed(request.body()));
      return accepted();
    }
    Matcher answer = ANSWER.matcher(route);
    if (request.method().equals("POST") && answer.matches()) {
      return answer(answer.group(1), answer.group(2).equals("response"), request.body());
    }
    return Json.error(404, "InvalidRequest", "No such path: " + target);
  }

  private HttpResponse next() throws InterruptedException {
    asking.complete(new Outcome.Ready());
    Pending next = queue.take();
    String id = next.trace().id();
    return Json.response(
        200,
        next.payload(),
        "Lambda-Runtime-Aws-Request-Id",
        next.requestId(),
        "Lambda-Runtime-Deadline-Ms",
        Long.toString(next.deadlineMillis()),
        "Lambda-Runtime-Invoked-Function-Arn",
        next.functionArn(),
        "Lambda-Runtime-Trace-Id",
        "Root=" + id + ";Sampled=0");
  }

  private HttpResponse answer(String requestId, boolean success, byte[] body) {
    Pending now = current();
    if (now == null || !now.requestId().equals(requestId)) {
      return Json.error(400, "InvalidRequestID", "Invalid request ID");
    }
    if (body.length > MAXIMUM_ANSWER) {
      now.outcome().complete(new Outcome.TooLarge());
      return Json.error(
          413,
          "RequestEntityTooLarge",
          "Exceeded maximum allowed payload size (" + MAXIMUM_ANSWER + " bytes).");
    }
    now.outcome().complete(success ? new Outcome.Answered(body) : new Outcome.Failed(body));
    return accepted();
  }

  private static HttpResponse accepted() {
    return Json.response(202, "{\"status\":\"OK\"}\n".getBytes(UTF_8));
  }
}
