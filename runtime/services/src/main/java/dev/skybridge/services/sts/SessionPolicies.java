package dev.skybridge.services.sts;

import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Dialect;
import dev.skybridge.policy.MalformedPolicyException;
import dev.skybridge.policy.Policy;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.api.Input;
import java.util.ArrayList;
import java.util.List;

/**
 * The policies that AssumeRole gives to a session.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session">Session
 *     policies</a>
 */
final class SessionPolicies {
  private static final int LONGEST = 2048;
  private static final int MOST = 10;

  private final ManagedPolicies managed;

  SessionPolicies(ManagedPolicies managed) {
    this.managed = managed;
  }

  List<AttachedPolicy> of(Input input) {
    List<AttachedPolicy> policies = new ArrayList<>();
    input.find("Policy").ifPresent(text -> policies.add(inline(input, text)));
    List<Input> arns = input.structures("PolicyArns");
    if (arns.size() > MOST) {
      throw input.constraint(
          "PolicyArns", arns.size() + " ARNs", "Member must have length less than or equal to 10");
    }
    for (Input each : arns) {
      String arn = each.text("arn");
      policies.add(
          managed
              .find(arn)
              .orElseThrow(() -> input.invalid("Managed policy " + arn + " does not exist.")));
    }
    return policies;
  }

  private static AttachedPolicy inline(Input input, String text) {
    if (text.length() > LONGEST) {
      throw input.constraint(
          "policy",
          text.substring(0, 40) + "...",
          "Member must have length less than or equal to 2048");
    }
    try {
      return new AttachedPolicy(
          input.find("RoleArn").orElse(""), "session policy", Policy.parse(text, Dialect.SESSION));
    } catch (MalformedPolicyException e) {
      throw new AwsException("MalformedPolicyDocument", 400, String.valueOf(e.getMessage()));
    }
  }
}
