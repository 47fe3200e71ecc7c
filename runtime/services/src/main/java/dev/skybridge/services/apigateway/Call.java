package dev.skybridge.services.apigateway;

import static java.util.Objects.requireNonNull;

import dev.skybridge.gate.Step;
import dev.skybridge.gate.Trace;
import dev.skybridge.gate.Verdict;
import dev.skybridge.network.http.HttpRequest;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One request and what is known of it before it is routed.
 *
 * @param host the Host header
 * @param method the HTTP method, {@code X-HTTP-Method-Override} considered
 * @param path the path of the target, undecoded, with a slash in front
 * @param noted when the latest gate had decided, in {@link System#nanoTime}; gates are asked one
 *     after the other
 */
record Call(
    HttpRequest request,
    Arrival arrival,
    String host,
    String method,
    String path,
    Query query,
    RequestId id,
    Instant time,
    Trace trace,
    AtomicLong noted) {
  Call {
    requireNonNull(request);
    requireNonNull(arrival);
    requireNonNull(trace);
  }

  static Call of(HttpRequest request, Arrival arrival, RequestId id, Instant time, Trace trace) {
    String target = request.target();
    String host = request.headers().first("Host").orElse("");
    boolean absolute = target.startsWith("http://") || target.startsWith("https://");
    if (absolute) {
      // RFC 9112, 3.2.2: the authority of an absolute target stands for the Host header.
      int start = target.indexOf("//") + 2;
      int slash = target.indexOf('/', start);
      host = slash < 0 ? target.substring(start) : target.substring(start, slash);
      target = slash < 0 ? "/" : target.substring(slash);
    }
    int question = target.indexOf('?');
    String path = question < 0 ? target : target.substring(0, question);
    String method = request.headers().first("X-HTTP-Method-Override").orElse(request.method());
    return new Call(
        request,
        arrival,
        host,
        method.toUpperCase(Locale.ROOT),
        path.startsWith("/") ? path : "/" + path,
        Query.parse(question < 0 ? "" : target.substring(question + 1)),
        id,
        time,
        trace,
        new AtomicLong(System.nanoTime()));
  }

  /** Notes in the trace what a gate decided, and the time since the gate before it. */
  void note(String gate, Verdict verdict) {
    long now = System.nanoTime();
    long nanos = Math.max(0, now - noted.getAndSet(now));
    trace.add(new Step(gate, verdict.rule().owner(), verdict, nanos));
  }

  /** The whole as people write it, for the trace. */
  String line() {
    return request.method() + " " + URI_SCHEME + host + path;
  }

  private static final String URI_SCHEME = "https://";
}
