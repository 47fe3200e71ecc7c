package dev.skybridge.services.apigateway;

import dev.skybridge.network.http.Headers;
import dev.skybridge.network.http.Peer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The headers as a function behind a private API gets them: those of the request without what ends
 * at API Gateway, and those that the way over the endpoint adds. A sender cannot forge the latter:
 * {@code X-Forwarded-For} is appended to, {@code x-amzn-vpc*} are replaced.
 */
final class EventHeaders {
  /** Recorded against AWS. */
  private static final Set<String> DROPPED =
      Set.of(
          "connection",
          "content-length",
          "content-md5",
          "expect",
          "max-forwards",
          "proxy-authenticate",
          "server",
          "te",
          "transfer-encoding",
          "trailer",
          "upgrade",
          "www-authenticate");

  private static final String FORWARDED_FOR = "X-Forwarded-For";

  private EventHeaders() {}

  /** All values of each header by name, names in the sender's case, sorted. */
  static Map<String, List<String>> of(Call call) {
    Headers headers = call.request().headers();
    Headers kept = headers;
    for (Headers.Header header : headers.entries()) {
      if (dropped(header)) {
        kept = kept.without(header.name());
      }
    }
    kept = overTheEndpoint(kept, call);
    Map<String, String> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    Map<String, List<String>> values = new TreeMap<>();
    for (Headers.Header header : kept.entries()) {
      String name = names.computeIfAbsent(header.name(), first -> first);
      values.computeIfAbsent(name, first -> new ArrayList<>()).add(header.value());
    }
    return values;
  }

  private static boolean dropped(Headers.Header header) {
    String name = header.name().toLowerCase(Locale.ROOT);
    boolean signature =
        name.equals("authorization") && header.value().startsWith("AWS4-HMAC-SHA256");
    return signature || DROPPED.contains(name);
  }

  private static Headers overTheEndpoint(Headers headers, Call call) {
    Peer peer = call.request().peer();
    Arrival arrival = call.arrival();
    List<String> forwarded = new ArrayList<>(headers.all(FORWARDED_FOR));
    forwarded.add(peer.address().toString());
    Headers sent =
        headers
            .with(FORWARDED_FOR, String.join(", ", forwarded))
            .with("x-amzn-vpc-id", arrival.vpcId())
            .with("x-amzn-vpce-id", arrival.vpcEndpointId())
            .with("x-amzn-vpce-config", arrival.policy().isPresent() ? "1" : "0")
            .with("x-amzn-vpce-policy-url", policyUrl(arrival))
            .without("x-amzn-cipher-suite")
            .without("x-amzn-tls-version");
    if (peer.tls().isEmpty()) {
      return sent;
    }
    return sent.with("x-amzn-cipher-suite", peer.tls().get().cipher())
        .with("x-amzn-tls-version", peer.tls().get().protocol());
  }

  /** {@code MQ==;vpce-svc-...}: the id of the endpoint service; what it means is not documented. */
  private static String policyUrl(Arrival arrival) {
    StringBuilder id = new StringBuilder();
    byte[] hash = Tokens.sha256("vpce-svc execute-api " + arrival.region().name());
    for (int index = 0; index < 9; index++) {
      id.append(String.format(Locale.ROOT, "%02x", hash[index]));
    }
    return "MQ==;vpce-svc-" + id.substring(0, 17);
  }
}
