package dev.skybridge.services.elb;

import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.network.http.HttpVersion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a load balancer sees in a request before it looks at rules. Pure.
 *
 * @param status the status to answer with, empty to go on
 * @param closes whether the client's connection ends after the answer
 * @param reason why, for people; empty if there is nothing to say
 */
record RequestCheck(Optional<Integer> status, boolean closes, String reason) {
  private static final int MAXIMUM_FORWARDED_FOR = 30;

  private static final RequestCheck FINE = new RequestCheck(Optional.empty(), false, "");

  static RequestCheck of(HttpRequest request, Attributes.DesyncMode mode) {
    List<String> hosts = request.headers().all("Host");
    if (hosts.size() > 1) {
      return refused(400, true, hosts.size() + " Host headers");
    }
    if (hosts.isEmpty() && request.version() != HttpVersion.HTTP_1_0) {
      return refused(400, true, "no Host header");
    }
    if (request.method().equals("TRACE")) {
      return refused(405, false, "the method TRACE is not allowed");
    }
    int addresses = Forwarding.forwardedFor(request.headers()).size();
    if (addresses > MAXIMUM_FORWARDED_FOR) {
      return refused(463, false, addresses + " addresses in X-Forwarded-For, more than 30");
    }
    return desync(request, mode);
  }

  /**
   * The classes of desync mitigation that a request can still be of after the HTTP engine has
   * refused what is severe (Application Load Balancer guide, "Desync mitigation mode").
   */
  private static RequestCheck desync(HttpRequest request, Attributes.DesyncMode mode) {
    Optional<String> ambiguous = ambiguous(request);
    Optional<String> acceptable = ambiguous.or(() -> acceptable(request));
    if (acceptable.isEmpty()) {
      return FINE;
    }
    return switch (mode) {
      case MONITOR -> new RequestCheck(Optional.empty(), false, acceptable.get());
      case DEFENSIVE -> new RequestCheck(Optional.empty(), ambiguous.isPresent(), acceptable.get());
      case STRICTEST -> refused(400, true, acceptable.get());
    };
  }

  private static Optional<String> ambiguous(HttpRequest request) {
    if (!bodiless(request.method())) {
      return Optional.empty();
    }
    if (request.headers().contains("Transfer-Encoding")) {
      return Optional.of("ambiguous: UndefinedTransferEncodingSemantics");
    }
    return request
        .headers()
        .first("Content-Length")
        .filter(length -> !length.strip().equals("0"))
        .map(_ -> "ambiguous: UndefinedContentLengthSemantics");
  }

  private static Optional<String> acceptable(HttpRequest request) {
    if (bodiless(request.method()) && request.headers().contains("Content-Length")) {
      return Optional.of("acceptable: GetHeadZeroContentLength");
    }
    boolean odd =
        request.headers().entries().stream()
            .anyMatch(header ->
                !header.name().matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")
                    || header.value().chars().anyMatch(c -> c != '\t' && (c < ' ' || c > '~')));
    return odd ? Optional.of("acceptable: NonCompliantHeader") : Optional.empty();
  }

  private static boolean bodiless(String method) {
    String upper = method.toUpperCase(Locale.ROOT);
    return upper.equals("GET") || upper.equals("HEAD");
  }

  private static RequestCheck refused(int status, boolean closes, String reason) {
    return new RequestCheck(Optional.of(status), closes, reason);
  }
}
