package dev.skybridge.services.lambda;

import dev.skybridge.policy.Arn;

/** What Lambda needs of AWS STS: to become a function's execution role. */
@FunctionalInterface
public interface RoleSessions {
  /**
   * Credentials of a new session of a role.
   *
   * @param role the role's ARN
   * @param service who assumes it: {@code lambda.amazonaws.com}
   * @param session the name of the session: the function's name
   * @param function the function's ARN, which its credentials say wherever they are used ({@code
   *     lambda:SourceFunctionArn})
   * @throws dev.skybridge.services.AwsException when the role is missing or its trust policy does
   *     not allow the service
   */
  Credentials assume(String role, String service, String session, Arn function);
}
