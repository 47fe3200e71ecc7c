package dev.skybridge.services;

import dev.skybridge.gate.Verdict;
import dev.skybridge.policy.AccessRequest;
import dev.skybridge.policy.Decision;

/** AWS's AccessDenied errors, with the statement that decided. */
public final class AccessDenied {
  private AccessDenied() {}

  /**
   * The error for a refusal: AWS's sentence, and for the operator who decided and why.
   *
   * @param code the service's code, e.g. {@code AccessDeniedException}
   * @param httpStatus the service's status for it
   */
  public static AwsException of(
      String code, int httpStatus, Decision decision, AccessRequest request) {
    return new AwsException(
        code, httpStatus, decision.awsMessage(request), detail(decision.verdict()));
  }

  /** Who decided and why, in brackets. */
  public static String detail(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Allowed allowed -> "[" + allowed.rule() + "]";
      case Verdict.Refused refused -> "[" + refused.rule().owner() + ": " + refused.reason() + "]";
    };
  }
}
