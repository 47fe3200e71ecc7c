package dev.skybridge.policy;

import static java.util.Objects.requireNonNull;

import dev.skybridge.gate.Verdict;

/**
 * A verdict and, in AWS's terms, its cause.
 *
 * @param verdict who decided
 * @param cause why
 */
public record Decision(Verdict verdict, Cause cause) {
  public Decision {
    requireNonNull(verdict);
    requireNonNull(cause);
    if (verdict.allowed() != (cause == Cause.ALLOWED)) {
      throw new IllegalArgumentException(
          "cause: " + cause + " (expected: that of " + verdict + ")");
    }
  }

  public boolean allowed() {
    return verdict.allowed();
  }

  /**
   * The message of AWS's AccessDenied error for this refusal.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">Troubleshoot
   *     access denied error messages</a>
   */
  public String awsMessage(AccessRequest request) {
    return "User: "
        + request.principal().name()
        + " is not authorized to perform: "
        + request.action()
        + " on resource: "
        + request.resource()
        + " "
        + cause.suffix(request.action());
  }

  /** Why a request is allowed or refused. */
  public enum Cause {
    ALLOWED("", ""),
    DENIED_BY_IDENTITY("with an explicit deny in an identity-based policy", ""),
    DENIED_BY_RESOURCE("with an explicit deny in a resource-based policy", ""),
    DENIED_BY_ENDPOINT("with an explicit deny in a VPC endpoint policy", ""),
    NOT_ALLOWED_BY_IDENTITY("because no identity-based policy allows the ", " action"),
    NOT_ALLOWED_BY_RESOURCE("because no resource-based policy allows the ", " action"),
    NOT_ALLOWED_BY_ENDPOINT("because no VPC endpoint policy allows the ", " action");

    private final String before;
    private final String after;

    Cause(String before, String after) {
      this.before = before;
      this.after = after;
    }

    private String suffix(String action) {
      return after.isEmpty() ? before : before + action + after;
    }
  }
}
