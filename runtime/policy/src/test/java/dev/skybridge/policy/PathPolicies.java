package dev.skybridge.policy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The policies of the path as the Terraform modules make them, and one order's requests. */
final class PathPolicies {
  private static final AccountId ACCOUNT = new AccountId("444455556666");
  private static final String ROLE = "arn:aws:iam::444455556666:role/beverage-post-order";
  private static final String FUNCTION =
      "arn:aws:lambda:eu-central-1:444455556666:function:beverage-post-order";
  private static final String TABLE =
      "arn:aws:dynamodb:eu-central-1:444455556666:table/beverage-orders";
  private static final String METHOD =
      "arn:aws:execute-api:eu-central-1:444455556666:nkjroax1tf/v1/POST/orders";

  final AttachedPolicy interfaceEndpoint;
  final AttachedPolicy api;
  final AttachedPolicy function;
  final AttachedPolicy gatewayEndpoint;
  final PrincipalPolicies role;

  final AccessRequest invocation = invocation("vpce-00483c48c696c36dd");
  final AccessRequest foreignInvocation = invocation("vpce-0aaaaaaaaaaaaaaaa");
  final AccessRequest call =
      new AccessRequest(
          new Principal.Service("apigateway.amazonaws.com"),
          "lambda:InvokeFunction",
          FUNCTION,
          ACCOUNT,
          Context.builder()
              .put(ConditionKey.SOURCE_ARN, METHOD)
              .put(ConditionKey.SOURCE_ACCOUNT, ACCOUNT.value())
              .build());
  final AccessRequest put = table("dynamodb:PutItem");
  final AccessRequest delete = table("dynamodb:DeleteItem");

  PathPolicies(int unrelated) {
    interfaceEndpoint =
        policy(
            "vpce-00483c48c696c36dd",
            unrelated,
            """
            {"Sid": "InvokeProducerApis", "Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke",
             "Resource": ["arn:aws:execute-api:eu-central-1:777788889999:*", "arn:aws:execute-api:eu-central-1:444455556666:*"]}
            """);
    api =
        policy(
            "nkjroax1tf",
            unrelated,
            """
            {"Sid": "AllowInvoke", "Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke",
             "Resource": "arn:aws:execute-api:eu-central-1:444455556666:nkjroax1tf/*"},
            {"Sid": "DenyOtherEndpoints", "Effect": "Deny", "Principal": "*", "Action": "execute-api:Invoke",
             "Resource": "arn:aws:execute-api:eu-central-1:444455556666:nkjroax1tf/*",
             "Condition": {"StringNotEquals": {"aws:SourceVpce": "vpce-00483c48c696c36dd"}}}
            """);
    function =
        policy(
            FUNCTION,
            unrelated,
            """
            {"Sid": "AllowApi", "Effect": "Allow", "Principal": {"Service": "apigateway.amazonaws.com"},
             "Action": "lambda:InvokeFunction", "Resource": "%s",
             "Condition": {"ArnLike": {"AWS:SourceArn": "arn:aws:execute-api:eu-central-1:444455556666:nkjroax1tf/*/POST/orders"}}}
            """
                .formatted(FUNCTION));
    gatewayEndpoint =
        policy(
            "vpce-0d1",
            unrelated,
            """
            {"Sid": "FunctionsOnTheirTable", "Effect": "Allow", "Principal": "*",
             "Action": ["dynamodb:UpdateItem", "dynamodb:Query", "dynamodb:PutItem", "dynamodb:GetItem"],
             "Resource": ["%1$s/index/orders-by-day", "%1$s"],
             "Condition": {"ArnEquals": {"aws:PrincipalArn": ["arn:aws:iam::444455556666:role/beverage-get-order",
              "arn:aws:iam::444455556666:role/beverage-get-orders", "%2$s"]}}}
            """
                .formatted(TABLE, ROLE));
    role =
        PrincipalPolicies.of(
            List.of(
                policy(
                    ROLE,
                    unrelated,
                    """
                    {"Sid": "WriteTable", "Effect": "Allow", "Resource": "%s",
                     "Action": ["dynamodb:UpdateItem", "dynamodb:PutItem", "dynamodb:GetItem"]},
                    {"Sid": "DenyNetworkInterfacesToCode", "Effect": "Deny", "Resource": "*",
                     "Action": ["ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface"],
                     "Condition": {"ArnLike": {"lambda:SourceFunctionArn": "%s"}}}
                    """
                        .formatted(TABLE, FUNCTION)),
                policy(
                    ROLE,
                    0,
                    """
                    {"Effect": "Allow", "Resource": "*", "Action": ["logs:CreateLogGroup", "logs:CreateLogStream",
                     "logs:PutLogEvents", "ec2:CreateNetworkInterface", "ec2:DescribeNetworkInterfaces"]}
                    """)));
  }

  Optional<AttachedPolicy> ofApi() {
    return Optional.of(api);
  }

  private static AttachedPolicy policy(String owner, int unrelated, String statements) {
    boolean principal = statements.contains("\"Principal\"");
    String others =
        IntStream.range(0, unrelated)
            .mapToObj(i ->
                "{\"Effect\": \"Allow\", \"Action\": \"service%d:*\", \"Resource\": \"*\"%s}"
                    .formatted(i, principal ? ", \"Principal\": \"*\"" : ""))
            .collect(Collectors.joining(",", "", unrelated == 0 ? "" : ","));
    String json = "{\"Version\": \"2012-10-17\", \"Statement\": [" + others + statements + "]}";
    return new AttachedPolicy(owner, "", Policy.parse(json));
  }

  private static AccessRequest invocation(String endpoint) {
    return new AccessRequest(
        new Principal.Anonymous(),
        "execute-api:Invoke",
        METHOD,
        ACCOUNT,
        Context.builder()
            .put(ConditionKey.SOURCE_VPCE, endpoint)
            .put(ConditionKey.SOURCE_VPC, "vpc-0a")
            .put(ConditionKey.VPC_SOURCE_IP, "192.168.2.10")
            .put(ConditionKey.SECURE_TRANSPORT, "true")
            .put(ConditionKey.USER_AGENT, "curl/8.5.0")
            .build());
  }

  private static AccessRequest table(String action) {
    return new AccessRequest(
        Principal.Identity.session(
            "arn:aws:sts::444455556666:assumed-role/beverage-post-order/beverage-post-order",
            ROLE,
            ACCOUNT),
        action,
        TABLE,
        ACCOUNT,
        Context.builder()
            .put(ConditionKey.SOURCE_VPCE, "vpce-0d1")
            .put(ConditionKey.SOURCE_VPC, "vpc-0b")
            .put(ConditionKey.VPC_SOURCE_IP, "192.168.2.20")
            .put(ConditionKey.SECURE_TRANSPORT, "true")
            .put(ConditionKey.DYNAMODB_LEADING_KEYS, List.of("ORDER#1"))
            .build());
  }
}
