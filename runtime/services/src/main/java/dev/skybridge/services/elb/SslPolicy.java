package dev.skybridge.services.elb;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A security policy of HTTPS listeners: the protocols and suites it takes, in AWS's order
 * (Application Load Balancer guide, "Security policies"). Policies with TLS below 1.2, without
 * forward secrecy or with post-quantum groups are not served.
 *
 * @param suites by their OpenSSL names, the preferred first
 */
public record SslPolicy(String name, List<String> protocols, List<String> suites) {
  private static final List<String> TLS_1_3 =
      List.of("TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256");

  private static final List<String> GCM =
      List.of(
          "ECDHE-ECDSA-AES128-GCM-SHA256",
          "ECDHE-RSA-AES128-GCM-SHA256",
          "ECDHE-ECDSA-AES256-GCM-SHA384",
          "ECDHE-RSA-AES256-GCM-SHA384");

  private static final List<String> GCM_AND_CBC =
      List.of(
          "ECDHE-ECDSA-AES128-GCM-SHA256",
          "ECDHE-RSA-AES128-GCM-SHA256",
          "ECDHE-ECDSA-AES128-SHA256",
          "ECDHE-RSA-AES128-SHA256",
          "ECDHE-ECDSA-AES256-GCM-SHA384",
          "ECDHE-RSA-AES256-GCM-SHA384",
          "ECDHE-ECDSA-AES256-SHA384",
          "ECDHE-RSA-AES256-SHA384");

  private static final Map<String, SslPolicy> POLICIES = new LinkedHashMap<>();

  static {
    List<String> both = List.of("TLSv1.3", "TLSv1.2");
    List<String> only2 = List.of("TLSv1.2");
    add("ELBSecurityPolicy-TLS13-1-2-Res-2021-06", both, concat(TLS_1_3, GCM));
    add("ELBSecurityPolicy-TLS13-1-2-2021-06", both, concat(TLS_1_3, GCM_AND_CBC));
    add("ELBSecurityPolicy-TLS13-1-3-2021-06", List.of("TLSv1.3"), TLS_1_3);
    add("ELBSecurityPolicy-FS-1-2-Res-2020-10", only2, GCM);
    add("ELBSecurityPolicy-FS-1-2-Res-2019-08", only2, GCM_AND_CBC);
  }

  public SslPolicy {
    protocols = List.copyOf(protocols);
    suites = List.copyOf(suites);
  }

  /** The policy of this name, if it is served. */
  public static Optional<SslPolicy> find(String name) {
    return Optional.ofNullable(POLICIES.get(name));
  }

  /** The names of the policies that are served. */
  public static List<String> names() {
    return List.copyOf(POLICIES.keySet());
  }

  private static void add(String name, List<String> protocols, List<String> suites) {
    POLICIES.put(name, new SslPolicy(name, protocols, suites));
  }

  private static List<String> concat(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
