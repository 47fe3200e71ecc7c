package dev.skybridge.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skybridge.app.control.ControlClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Unmodified clients of AWS on the runtime: the AWS CLI and boto3, where they are on the PATH. Each
 * call is judged and traced.
 */
class AwsClientsTest {
  private static final String CONSUMER = "111122223333";
  private static final String BEVERAGE = "444455556666";
  private static final String FOOD = "777788889999";

  private static TestingRuntime runtime;
  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    runtime = TestingRuntime.fromSnapshot();
  }

  @AfterAll
  static void stop() {
    runtime.close();
  }

  @Test
  void theCliKnowsWhoItIs() throws Exception {
    assumeTrue(isThere("aws", "--version"), "the AWS CLI is not on the PATH");
    Run run = aws(BEVERAGE, "sts", "get-caller-identity", "--query", "Arn", "--output", "text");
    assertThat(run.output()).isEqualTo("arn:aws:iam::" + BEVERAGE + ":user/administrator\n");
    assertThat(runtime.lastTrace().request()).isEqualTo("sts GetCallerIdentity in eu-central-1");
  }

  @Test
  void theCliInvokesAFunctionAndReadsItsTableAndItsLog() throws Exception {
    assumeTrue(isThere("aws", "--version"), "the AWS CLI is not on the PATH");
    Path answer = folder.resolve("answer.json");
    Run invoked =
        aws(
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
            aws(FOOD, "dynamodb", "scan", "--table-name", "food-orders", "--query", "Count")
                .output())
        .isEqualTo("0\n");
    assertThat(
            aws(
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
    assumeTrue(isThere("aws", "--version"), "the AWS CLI is not on the PATH");
    String arn =
        aws(
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
    assertThat(aws(BEVERAGE, read).output()).startsWith("vpce-");
    Run stranger = run(environment(BEVERAGE, "wrong"), command("aws", read));
    assertThat(stranger.status()).isNotZero();
    assertThat(stranger.output()).contains("InvalidSignatureException");
  }

  @Test
  void whatIsNotServedIsRefusedByName() throws Exception {
    assumeTrue(isThere("aws", "--version"), "the AWS CLI is not on the PATH");
    Run run =
        run(
            environment(CONSUMER),
            command("aws", List.of("kms", "create-key", "--description", "tea")));
    assertThat(run.status()).isNotZero();
    assertThat(run.output())
        .contains("(UnknownOperationException)", "The operation CreateKey is not served here.");
    assertThat(runtime.lastTrace().refusal()).isPresent();
  }

  @Test
  void boto3EncryptsAssumesAndPages() throws Exception {
    assumeTrue(isThere("python3", "-c", "import boto3"), "boto3 is not installed");
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
    Run run = run(environment(CONSUMER), List.of("python3", script.toString()));
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
    assumeTrue(isThere("aws", "--version"), "the AWS CLI is not on the PATH");
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
    assumeTrue(isThere("aws", "--version"), "the AWS CLI is not on the PATH");
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
    List<String> test =
        List.of(
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
            "log");
    assertThat(aws(FOOD, test).output())
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
    return aws(account, all).output().strip();
  }

  private static boolean isThere(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private record Run(int status, String output) {}

  private static Run aws(String account, String... arguments)
      throws IOException, InterruptedException {
    return aws(account, List.of(arguments));
  }

  private static Run aws(String account, List<String> arguments)
      throws IOException, InterruptedException {
    Run run = run(environment(account), command("aws", arguments));
    assertThat(run.status()).as(run.output()).isZero();
    return run;
  }

  private static List<String> command(String program, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(arguments);
    return command;
  }

  private static Run run(Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Run(process.exitValue(), output);
  }

  private static Map<String, String> environment(String account) {
    JsonNode all = runtime.ask(ControlClient.request("credentials"));
    for (JsonNode key : all.path("credentials")) {
      if (key.path("account").asText().equals(account)) {
        return environment(account, key.path("secretAccessKey").asText());
      }
    }
    throw new IllegalStateException("no key of " + account + " in " + all.path("credentials"));
  }

  private static Map<String, String> environment(String account, String secret) {
    JsonNode all = runtime.ask(ControlClient.request("credentials"));
    String id = "";
    for (JsonNode key : all.path("credentials")) {
      if (key.path("account").asText().equals(account)) {
        id = key.path("accessKeyId").asText();
      }
    }
    return Map.of(
        "AWS_ENDPOINT_URL",
        all.path("endpoint").asText(),
        "AWS_ACCESS_KEY_ID",
        id,
        "AWS_SECRET_ACCESS_KEY",
        secret,
        "AWS_DEFAULT_REGION",
        "eu-central-1",
        "AWS_PAGER",
        "",
        "AWS_EC2_METADATA_DISABLED",
        "true");
  }
}
