package dev.skybridge.services.apigateway;

import dev.skybridge.gate.Verdict;
import java.util.Optional;

/** The router's answer: a verdict, and where the request leads if it is allowed. */
record Routing(Verdict verdict, Optional<Route> route) {
  static Routing to(Route route, String owner, String rule) {
    return new Routing(Verdict.allow(owner, rule), Optional.of(route));
  }

  static Routing nowhere(String owner, String rule, String reason) {
    return nowhere(owner, rule, reason, "");
  }

  static Routing nowhere(String owner, String rule, String reason, String remedy) {
    return new Routing(Verdict.refuse(owner, rule, reason, remedy), Optional.empty());
  }
}
