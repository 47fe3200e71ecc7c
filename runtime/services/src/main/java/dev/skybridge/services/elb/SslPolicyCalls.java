package dev.skybridge.services.elb;

import dev.skybridge.services.api.ApiAnswer;
import dev.skybridge.services.api.ApiCall;
import dev.skybridge.services.api.Input;
import dev.skybridge.services.api.Output;
import java.util.ArrayList;
import java.util.List;

/** Describes the security policies of listeners that are served. */
final class SslPolicyCalls {
  private SslPolicyCalls() {}

  static ApiAnswer describe(ApiCall call) {
    Input input = Listed.authorized(call, "DescribeSSLPolicies");
    List<String> names = input.texts("Names");
    Listed.check(names, SslPolicy.names(), "SSLPolicyNotFound", "SSL policies '[%s]' not found");
    boolean application =
        input.find("LoadBalancerType").orElse("application").equals("application");
    return Listed.page(
        call,
        "SslPolicies",
        SslPolicy.names().stream()
            .filter(name -> application && (names.isEmpty() || names.contains(name)))
            .flatMap(name -> SslPolicy.find(name).stream())
            .toList(),
        SslPolicy::name,
        SslPolicyCalls::write);
  }

  private static Output.Structure write(SslPolicy policy) {
    List<Output.Structure> ciphers = new ArrayList<>();
    for (String suite : policy.suites()) {
      ciphers.add(
          Output.Structure.builder()
              .put("Name", suite)
              .put("Priority", ciphers.size() + 1)
              .build());
    }
    return Output.Structure.builder()
        .put("Name", policy.name())
        .texts("SslProtocols", policy.protocols())
        .structures("Ciphers", ciphers)
        .texts("SupportedLoadBalancerTypes", List.of("application"))
        .build();
  }
}
