package dev.skybridge.services.sts;

import dev.skybridge.gate.Step;
import dev.skybridge.gate.Verdict;
import dev.skybridge.policy.AccessRequest;
import dev.skybridge.policy.Decision;
import dev.skybridge.services.AccessDenied;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.api.Requester;

/** What a role's trust policy decides, as the trace and the caller are told. */
final class Trust {
  private static final String GATE = "trust policy";

  private Trust() {}

  static void note(Requester requester, String roleArn, Decision decision, long nanos) {
    requester.trace().add(new Step(GATE, roleArn, decision.verdict(), Math.max(0, nanos)));
  }

  /** STS tells a reason only where the caller's own policies are it. */
  static AwsException denied(Decision decision, AccessRequest request) {
    String message =
        switch (decision.cause()) {
          case DENIED_BY_RESOURCE, NOT_ALLOWED_BY_RESOURCE ->
              sentence(request.principal().name(), request.action(), request.resource());
          default -> decision.awsMessage(request);
        };
    return new AwsException("AccessDenied", 403, message, AccessDenied.detail(decision.verdict()));
  }

  /** A root user, whom AWS lets assume no role. */
  static AwsException ofRoot(Requester requester, String roleArn) {
    String message = "Roles may not be assumed by root accounts.";
    Verdict verdict = Verdict.refuse(requester.identity().arn(), "root user", message);
    requester.trace().add(new Step(GATE, roleArn, verdict, 0));
    return new AwsException("AccessDenied", 403, message);
  }

  /** A role that is not there: the caller cannot tell it from one that does not trust him. */
  static AwsException noRole(Requester requester, String roleArn) {
    Verdict verdict = Verdict.refuse(roleArn, "no role", "there is no role of this ARN");
    requester.trace().add(new Step(GATE, roleArn, verdict, 0));
    return new AwsException(
        "AccessDenied",
        403,
        sentence(requester.identity().name(), "sts:AssumeRole", roleArn),
        AccessDenied.detail(verdict));
  }

  private static String sentence(String who, String action, String resource) {
    return "User: "
        + who
        + " is not authorized to perform: "
        + action
        + " on resource: "
        + resource;
  }
}
