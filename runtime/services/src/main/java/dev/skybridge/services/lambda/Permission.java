package dev.skybridge.services.lambda;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.policy.Arn;
import java.util.Optional;

/**
 * A statement of a function's resource policy, as {@code AddPermission} makes it.
 *
 * @param function the function's ARN
 * @param statementId its id, unique in the policy
 * @param action e.g. {@code lambda:InvokeFunction}
 * @param principal a service ({@code apigateway.amazonaws.com}), an account id, an ARN or {@code *}
 * @param sourceArn pattern of what may invoke it
 * @param sourceAccount the account that what invokes it belongs to
 * @param principalOrganization the id of the organization that the principal is in
 */
public record Permission(
    Arn function,
    String statementId,
    String action,
    String principal,
    Optional<String> sourceArn,
    Optional<String> sourceAccount,
    Optional<String> principalOrganization) {
  public Permission {
    requireNonNull(function);
    requireNonNull(statementId);
    requireNonNull(action);
    requireNonNull(principal);
    requireNonNull(sourceArn);
    requireNonNull(sourceAccount);
    requireNonNull(principalOrganization);
  }

  /** The statement as AWS writes it into the policy. */
  ObjectNode statement() {
    ObjectNode statement = Json.object();
    statement.put("Sid", statementId).put("Effect", "Allow");
    if (principal.equals("*")) {
      statement.put("Principal", "*");
    } else if (principal.endsWith(".amazonaws.com") || principal.endsWith(".amazonaws.com.cn")) {
      statement.putObject("Principal").put("Service", principal);
    } else {
      statement.putObject("Principal").put("AWS", account(principal));
    }
    statement.put("Action", action).put("Resource", function.toString());
    ObjectNode condition = Json.object();
    sourceAccount.ifPresent(
        account -> condition.putObject("StringEquals").put("AWS:SourceAccount", account));
    principalOrganization.ifPresent(
        id -> condition.withObjectProperty("StringEquals").put("aws:PrincipalOrgID", id));
    sourceArn.ifPresent(arn -> condition.putObject("ArnLike").put("AWS:SourceArn", arn));
    if (!condition.isEmpty()) {
      statement.set("Condition", condition);
    }
    return statement;
  }

  private String account(String text) {
    return text.matches("\\d{12}")
        ? "arn:" + function.partition() + ":iam::" + text + ":root"
        : text;
  }
}
