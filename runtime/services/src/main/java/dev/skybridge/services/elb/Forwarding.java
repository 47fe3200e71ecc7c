package dev.skybridge.services.elb;

import dev.skybridge.network.http.Headers;
import dev.skybridge.network.http.Headers.Header;
import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.network.http.Peer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Rewrites messages on their way through a load balancer. Pure.
 *
 * @param attributes the load balancer's
 * @param port the listener's port
 */
record Forwarding(Attributes attributes, int port) {
  /** Headers about one connection only (RFC 9110, section 7.6.1). */
  private static final Set<String> HOP_BY_HOP =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-connection",
          "proxy-authenticate",
          "proxy-authorization",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  /** Headers that the load balancer writes itself. */
  private static final Set<String> WRITTEN =
      Set.of("host", "x-forwarded-proto", "x-forwarded-port", "x-amzn-trace-id", "expect");

  private static final Set<String> TLS_HEADERS =
      Set.of("x-amzn-tls-version", "x-amzn-tls-cipher-suite");

  /** The request for the target. */
  HttpRequest toTarget(HttpRequest request, TraceHeader trace) {
    RequestUri uri = RequestUri.of(request);
    Headers came = request.headers();
    Headers headers = Headers.NONE;
    Optional<String> forwardedFor = forwardedFor(came, request.peer());
    if (forwardedFor.isPresent()) {
      headers = headers.plus("X-Forwarded-For", forwardedFor.get());
    }
    headers =
        headers
            .plus("X-Forwarded-Proto", "https")
            .plus("X-Forwarded-Port", Integer.toString(port))
            .plus("Host", host(came, uri))
            .plus(TraceHeader.NAME, trace.value());
    Optional<Peer.Tls> tls = request.peer().tls();
    if (attributes.tlsHeaders() && tls.isPresent()) {
      headers =
          headers
              .plus("X-Amzn-Tls-Version", tls.get().protocol())
              .plus("X-Amzn-Tls-Cipher-Suite", tls.get().cipher());
    }
    List<Header> all = new ArrayList<>(headers.entries());
    Set<String> hops = hopByHop(came);
    for (Header header : came.entries()) {
      if (passes(header.name(), hops)) {
        all.add(header);
      }
    }
    return HttpRequest.outgoing(
        request.method(), uri.originForm(), new Headers(all), request.body());
  }

  /** The headers of a target's answer as the client gets them. */
  static Headers toClient(Headers answer) {
    Set<String> hops = hopByHop(answer);
    return new Headers(
        answer.entries().stream()
            .filter(header -> !hops.contains(header.name().toLowerCase(Locale.ROOT)))
            .toList());
  }

  /** All addresses of the X-Forwarded-For headers that came, in order. */
  static List<String> forwardedFor(Headers headers) {
    return headers.all("X-Forwarded-For").stream()
        .flatMap(value -> List.of(value.split(",", -1)).stream())
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private boolean passes(String name, Set<String> hops) {
    String lower = name.toLowerCase(Locale.ROOT);
    return !hops.contains(lower)
        && !WRITTEN.contains(lower)
        && !lower.equals("x-forwarded-for")
        && !(attributes.tlsHeaders() && TLS_HEADERS.contains(lower))
        && (!attributes.dropInvalidHeaderFields() || name.matches("[-A-Za-z0-9]+"));
  }

  private Optional<String> forwardedFor(Headers came, Peer peer) {
    List<String> addresses = new ArrayList<>(forwardedFor(came));
    switch (attributes.forwardedFor()) {
      case APPEND ->
          addresses.add(
              attributes.clientPort() ? peer.address() + ":" + peer.port() : "" + peer.address());
      case PRESERVE -> {}
      case REMOVE -> addresses.clear();
    }
    return addresses.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", addresses));
  }

  /**
   * The Host header: as it came if it is preserved; else the name alone, with the listener's port
   * unless that is the one that goes without saying. An absolute request target counts more than
   * the header.
   */
  private String host(Headers came, RequestUri uri) {
    String header = came.first("Host").orElse("");
    if (attributes.preserveHostHeader()) {
      return header;
    }
    String name = RequestUri.withoutPort(uri.authority().orElse(header));
    return port == 443 || port == 80 || name.isEmpty() ? name : name + ":" + port;
  }

  /** The names of headers that end here: the fixed ones and those that Connection lists. */
  private static Set<String> hopByHop(Headers headers) {
    Set<String> names = new HashSet<>(HOP_BY_HOP);
    for (String value : headers.all("Connection")) {
      for (String name : value.split(",", -1)) {
        names.add(name.strip().toLowerCase(Locale.ROOT));
      }
    }
    return names;
  }
}
