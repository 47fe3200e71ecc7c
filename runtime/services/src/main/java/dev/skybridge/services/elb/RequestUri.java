package dev.skybridge.services.elb;

import dev.skybridge.network.http.HttpRequest;
import java.util.Locale;
import java.util.Optional;

/**
 * A request target taken apart.
 *
 * @param authority host and port of an absolute target, {@code https://host:1/path}
 * @param originForm path and query
 */
record RequestUri(Optional<String> authority, String originForm) {
  static RequestUri of(HttpRequest request) {
    String target = request.target();
    String lower = target.toLowerCase(Locale.ROOT);
    if (!lower.startsWith("https://") && !lower.startsWith("http://")) {
      return new RequestUri(Optional.empty(), target);
    }
    String rest = target.substring(target.indexOf("//") + 2);
    int end = 0;
    while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    String path = rest.substring(end);
    return new RequestUri(
        Optional.of(rest.substring(0, end)), path.startsWith("/") ? path : "/" + path);
  }

  /** The host that a request is for, without a port; empty if it names none. */
  static String host(HttpRequest request) {
    return withoutPort(
        of(request).authority().orElseGet(() -> request.headers().first("Host").orElse("")));
  }

  static String withoutPort(String authority) {
    return authority.replaceFirst(":[0-9]*$", "");
  }
}
