package dev.skybridge.services.api.describe;

import dev.skybridge.services.AwsException;
import dev.skybridge.services.api.ApiCall;
import java.util.Collection;

/** What every call of EC2's API goes through. */
public final class Calls {
  private Calls() {}

  /**
   * Authorises a call that has no resource, refuses parameters that its operation has not, and ends
   * it here if it is a dry run.
   *
   * @param operation e.g. {@code DescribeVpcs}
   * @param parameters what the operation takes, the protocol's own included
   * @throws AwsException DryRunOperation, status 412, when it would have succeeded
   */
  public static void authorize(ApiCall call, String operation, Collection<String> parameters) {
    call.authorize("ec2:" + operation, "*");
    check(call, parameters);
  }

  /** The same for a call that has been authorised. */
  public static void check(ApiCall call, Collection<String> parameters) {
    for (String name : call.input().names()) {
      if (!parameters.contains(name) && !name.startsWith("X-Amz-")) {
        throw new AwsException(
            "UnknownParameter", 400, "The parameter " + name + " is not recognized");
      }
    }
    if (call.input().flag("DryRun", false)) {
      throw new AwsException(
          "DryRunOperation", 412, "Request would have succeeded, but DryRun flag is set.");
    }
  }
}
