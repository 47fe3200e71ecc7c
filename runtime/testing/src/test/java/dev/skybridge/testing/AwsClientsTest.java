package dev.skybridge.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Unmodified clients of AWS on the runtime: the AWS CLI and boto3, where they are on the PATH. Each
 * call is judged and traced.
 */
class AwsClientsTest {
  private static final String CONSUMER = "111122223333";
  private static final String BEVERAGE = "444455556666";
  private static final String FOOD = "777788889999";

  private static TestingRuntime runtime;
  private static ClientPrograms programs;
  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    runtime = TestingRuntime.fromSnapshot();
    programs = new ClientPrograms(runtime);
  }

  @AfterAll
  static void stop() {
    runtime.close();
  }

  @Test
  void theCliKnowsWhoItIs() throws Exception {
    assumeTrue(ClientPrograms.isThere("aws", "--version"), "the AWS CLI is not on the PATH");
    ClientPrograms.Run run =
        programs.aws(BEVERAGE, "sts", "get-caller-identity", "--query", "Arn", "--output", "text");
    assertThat(run.output()).isEqualTo("arn:aws:iam::" + BEVERAGE + ":user/administrator\n");
    assertThat(runtime.lastTrace().request()).isEqualTo("sts GetCallerIdentity in eu-central-1");
  }

  @Test
  void theCliInvokesAFunctionAndReadsItsTableAndItsLog() throws Exception {
    assumeTrue(ClientPrograms.isThere("aws", "--version"), "the AWS CLI is not on the PATH");
    Path answer = folder.resolve("answer.json");
    ClientPrograms.Run invoked =
        programs.aws(
            FOOD,
            "lambda",
            "invoke",
            "--function-name",
            "food-get-orders",
            "--payload",
            "{\"resource\":\"/orders\",\"httpMethod\":\"GET\",\"path\":\"/orders\"}",
            "--log-type",
            "Tail",
            "--query",
            "ExecutedVersion",
            "--output",
            "text",
            answer.toString());
    assertThat(invoked.output()).isEqualTo("$LATEST\n");
    assertThat(Files.readString(answer)).contains("statusCode");
    assertThat(
            programs
                .aws(FOOD, "dynamodb", "scan", "--table-name", "food-orders", "--query", "Count")
                .output())
        .isEqualTo("0\n");
    assertThat(
            programs
                .aws(
                    FOOD,
                    "logs",
                    "filter-log-events",
                    "--log-group-name",
                    "/aws/lambda/food-get-orders",
                    "--filter-pattern",
                    "REPORT",
                    "--query",
                    "length(events)")
                .output())
        .isEqualTo("1\n");
  }

  @Test
  void theSharedSecretIsReadByWhomItsPoliciesLet() throws Exception {
    assumeTrue(ClientPrograms.isThere("aws", "--version"), "the AWS CLI is not on the PATH");
    String arn =
        programs
            .aws(
                CONSUMER,
                "secretsmanager",
                "list-secrets",
                "--query",
                "SecretList[0].ARN",
                "--output",
                "text")
            .output()
            .strip();
    List<String> read =
        List.of(
            "secretsmanager",
            "get-secret-value",
            "--secret-id",
            arn,
            "--query",
            "SecretString",
            "--output",
            "text");
    assertThat(programs.aws(BEVERAGE, read).output()).startsWith("vpce-");
    ClientPrograms.Run stranger =
        programs.run(
            programs.environment(
                AwsCredentialsIdentity.create(
                    programs.administrator(BEVERAGE).accessKeyId(), "wrong")),
            ClientPrograms.command("aws", read));
    assertThat(stranger.status()).isNotZero();
    assertThat(stranger.output()).contains("InvalidSignatureException");
  }

  @Test
  void whatIsNotServedIsRefusedByName() throws Exception {
    assumeTrue(ClientPrograms.isThere("aws", "--version"), "the AWS CLI is not on the PATH");
    ClientPrograms.Run run =
        programs.run(
            programs.environment(programs.administrator(CONSUMER)),
            ClientPrograms.command("aws", List.of("kms", "create-key", "--description", "tea")));
    assertThat(run.status()).isNotZero();
    assertThat(run.output())
        .contains("(UnknownOperationException)", "The operation CreateKey is not served here.");
    assertThat(runtime.lastTrace().refusal()).isPresent();
  }

  @Test
  void whatBoto3ReadsOfTheConsumerIsAsItsModelsHaveIt() throws Exception {
    assertThat(tour(CONSUMER, "consumer"))
        .isEqualTo(
            """
            endpoint com.amazonaws.eu-central-1.execute-api available
            rules ['10', '20', 'default']
            records ['NS', 'SOA', 'A', 'A']
            certificate ISSUED 1
            roles True
            An error occurred (InvalidAction) when calling the RunInstances operation: The action RunInstances is not valid for this web service.
            An error occurred (InvalidAction) when calling the CreateTargetGroup operation: Could not find operation CreateTargetGroup for version 2015-12-01
            An error occurred (InvalidAction) when calling the CreateHostedZone operation: The operation POST /2013-04-01/hostedzone is not served here.
            An error occurred (UnknownOperationException) when calling the CreateKey operation: The operation CreateKey is not served here.
            An error occurred (UnknownOperationException) when calling the RequestCertificate operation: The operation RequestCertificate is not served here.
            An error occurred (UnknownOperationException) when calling the RotateSecret operation: The operation RotateSecret is not served here.
            An error occurred (InvalidAction) when calling the DecodeAuthorizationMessage operation: Could not find operation DecodeAuthorizationMessage for version 2011-06-15
            An error occurred (InvalidVpcID.NotFound) when calling the DescribeVpcs operation: The vpc ID 'vpc-12345678' does not exist
            An error occurred (ResourceNotFoundException) when calling the GetSecretValue operation: Secrets Manager can't find the specified secret.
            complaints []
            """);
  }

  @Test
  void whatBoto3ReadsOfAMicroserviceIsAsItsModelsHaveIt() throws Exception {
    try (TestingRuntime fresh = TestingRuntime.fromSnapshot()) {
      assertThat(tour(new ClientPrograms(fresh), FOOD, "food"))
          .isEqualTo(
              """
              function 3 java21 1
              invoked 200 200 202 204
              log True 1 tea is ready True
              table An error occurred (ConditionalCheckFailedException) when calling the PutItem operation: The conditional request failed
              items 2 2 1 3
              api POST v1 3.0.1 500
              role True ['allowed', 'implicitDeny']
              An error occurred (UnknownOperationException) when calling the DeleteFunction operation: The operation DELETE /2015-03-31/functions/food-get-orders is not served here.
              An error occurred (UnknownOperationException) when calling the PutRetentionPolicy operation: The operation PutRetentionPolicy is not served here.
              An error occurred (UnknownOperationException) when calling the ListBackups operation: The operation ListBackups is not served here
              An error occurred (UnknownOperationException) when calling the CreateRestApi operation: The operation POST /restapis is not served here.
              An error occurred (InvalidAction) when calling the CreateUser operation: Could not find operation CreateUser for version 2010-05-08
              An error occurred (ResourceNotFoundException) when calling the GetFunction operation: Function not found: arn:aws:lambda:eu-central-1:777788889999:function:tea
              An error occurred (ResourceNotFoundException) when calling the DescribeLogStreams operation: The specified log group does not exist.
              An error occurred (ResourceNotFoundException) when calling the DescribeTable operation: Cannot do operations on a non-existent table
              An error occurred (NotFoundException) when calling the GetRestApi operation: Invalid API identifier specified 777788889999:tea
              An error occurred (NoSuchEntity) when calling the GetRole operation: The role with name tea cannot be found.
              complaints []
              """);
    }
  }

  @Test
  void theCliDescribesTheNetworkAndTheLoadBalancer() throws Exception {
    assumeTrue(ClientPrograms.isThere("aws", "--version"), "the AWS CLI is not on the PATH");
    assertThat(
            programs
                .aws(
                    CONSUMER,
                    "ec2",
                    "describe-subnets",
                    "--filters",
                    "Name=tag:Name,Values=*-private-*",
                    "--query",
                    "length(Subnets)")
                .output())
        .isEqualTo("2\n");
    assertThat(
            programs
                .aws(
                    CONSUMER,
                    "elbv2",
                    "describe-load-balancers",
                    "--query",
                    "LoadBalancers[0].State.Code",
                    "--output",
                    "text")
                .output())
        .isEqualTo("active\n");
  }

  @Test
  void boto3EncryptsAssumesAndPages() throws Exception {
    assumeTrue(ClientPrograms.isThere("python3", "-c", "import boto3"), "boto3 is not installed");
    Path script = folder.resolve("clients.py");
    Files.writeString(
        script,
        """
        import boto3, botocore
        kms = boto3.client("kms")
        key = kms.list_keys()["Keys"][0]["KeyId"]
        sealed = kms.encrypt(KeyId=key, Plaintext=b"tea")["CiphertextBlob"]
        print(kms.decrypt(CiphertextBlob=sealed)["Plaintext"].decode())
        secrets = boto3.client("secretsmanager")
        for name in ["a", "b", "c"]:
            secrets.create_secret(Name="page/" + name, SecretString=name)
        pages = secrets.get_paginator("list_secrets").paginate(PaginationConfig={"PageSize": 2})
        names = [secret["Name"] for page in pages for secret in page["SecretList"]]
        print([name for name in names if name.startswith("page/")])
        secrets.delete_secret(SecretId="page/a", ForceDeleteWithoutRecovery=True)
        session = boto3.client("sts").get_session_token()["Credentials"]
        own = boto3.client("sts", aws_access_key_id=session["AccessKeyId"],
            aws_secret_access_key=session["SecretAccessKey"], aws_session_token=session["SessionToken"])
        print(own.get_caller_identity()["Arn"])
        try:
            own.assume_role(RoleArn="arn:aws:iam::777788889999:role/none", RoleSessionName="tea")
        except botocore.exceptions.ClientError as error:
            print(error.response["Error"]["Code"])
        """);
    ClientPrograms.Run run =
        programs.run(
            programs.environment(programs.administrator(CONSUMER)),
            List.of("python3", script.toString()));
    assertThat(run.output())
        .isEqualTo(
            """
            tea
            ['page/a', 'page/b', 'page/c']
            arn:aws:iam::111122223333:user/administrator
            AccessDenied
            """);
  }

  @Test
  void theCliReadsARoleAndSimulatesIt() throws Exception {
    assumeTrue(ClientPrograms.isThere("aws", "--version"), "the AWS CLI is not on the PATH");
    String role = "arn:aws:iam::" + FOOD + ":role/food-get-orders";
    assertThat(
            text(FOOD, "iam", "get-role", "--role-name", "food-get-orders", "--query", "Role.Arn"))
        .isEqualTo(role);
    String table = "arn:aws:dynamodb:eu-central-1:" + FOOD + ":table/food-orders";
    for (Map.Entry<String, String> decision :
        Map.of("dynamodb:GetItem", "allowed", "dynamodb:PutItem", "implicitDeny").entrySet()) {
      assertThat(
              text(
                  FOOD,
                  "iam",
                  "simulate-principal-policy",
                  "--policy-source-arn",
                  role,
                  "--action-names",
                  decision.getKey(),
                  "--resource-arns",
                  table,
                  table + "/index/*",
                  "--query",
                  "EvaluationResults[0].ResourceSpecificResults[0].EvalResourceDecision"))
          .as(decision.getKey())
          .isEqualTo(decision.getValue());
    }
  }

  @Test
  void theCliTestsAMethodWhichItsPermissionRefusesForThatStage() throws Exception {
    assumeTrue(ClientPrograms.isThere("aws", "--version"), "the AWS CLI is not on the PATH");
    String api = text(FOOD, "apigateway", "get-rest-apis", "--query", "items[0].id");
    String resource =
        text(
            FOOD,
            "apigateway",
            "get-resources",
            "--rest-api-id",
            api,
            "--query",
            "items[?path=='/orders'].id | [0]");
    assertThat(
            text(
                FOOD,
                "apigateway",
                "test-invoke-method",
                "--rest-api-id",
                api,
                "--resource-id",
                resource,
                "--http-method",
                "GET",
                "--path-with-query-string",
                "/orders?limit=2",
                "--query",
                "log"))
        .contains(
            "HTTP Method: GET, Resource Path: /orders",
            "Invalid permissions on Lambda function",
            "Method completed with status: 500");
    assertThat(runtime.lastTrace().request())
        .isEqualTo("apigateway TestInvokeMethod in eu-central-1");
  }

  private static String text(String account, String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--output", "text"));
    return programs.aws(account, all).output().strip();
  }

  private static String tour(String account, String name) throws Exception {
    return tour(programs, account, name);
  }

  private static String tour(ClientPrograms programs, String account, String name)
      throws Exception {
    assumeTrue(ClientPrograms.isThere("python3", "-c", "import boto3"), "boto3 is not installed");
    return ClientPrograms.run(
            programs.environment(programs.administrator(account)),
            ClientPrograms.SCRIPTS,
            List.of("python3", "-B", "tour.py", name),
            ClientPrograms.PATIENCE)
        .output();
  }
}
