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

  /** Who decided, why, where it is written, and what would let it through; in brackets. */
  public static String detail(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Allowed allowed -> "[" + allowed.rule() + "]";
      case Verdict.Refused refused ->
          "["
              + refused.rule().owner()
              + ": "
              + refused.reason()
              + place(refused)
              + suggestion(refused)
              + "]";
    };
  }

  /** The place of the statement that denies, else of the one that came nearest. */
  private static String place(Verdict.Refused refused) {
    String position =
        refused.near().stream()
            .findFirst()
            .map(near -> near.rule().position())
            .orElse(refused.rule().position());
    return position.isEmpty() ? "" : " (" + position + " of the policy)";
  }

  private static String suggestion(Verdict.Refused refused) {
    if (refused.deliberate()) {
      return "; it is meant to be refused";
    }
    return refused.remedy().isEmpty() ? "" : "; suggestion: " + refused.remedy();
  }
}
