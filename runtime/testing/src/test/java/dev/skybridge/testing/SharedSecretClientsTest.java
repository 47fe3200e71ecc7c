package dev.skybridge.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

/**
 * The consumer's secret, read by a role of a producer with real clients: the role's policy, the
 * secret's and the key's must all let it. The SDK for Java always reads; the CLI and boto3 where
 * they are on the PATH.
 */
class SharedSecretClientsTest {
  private static final String ROLE = "arn:aws:iam::444455556666:role/secret-reader";
  private static final String BOTO3 =
      """
      import boto3, sys
      try:
          print(boto3.client("secretsmanager").get_secret_value(SecretId=sys.argv[1])["SecretString"])
      except Exception as error:
          print(error)
      """;

  private static TestingRuntime runtime;
  private static AppliedInstances instances;
  private static ClientPrograms programs;
  private static JavaSdk sdk;
  private static boolean cli;
  private static boolean python;
  @TempDir private static Path folder;

  private final Deque<AppliedInstances.Undo> undo = new ArrayDeque<>();

  @BeforeAll
  static void start() throws Exception {
    runtime = TestingRuntime.fromSnapshot();
    instances = new AppliedInstances(runtime);
    programs = new ClientPrograms(runtime);
    sdk = new JavaSdk(programs.endpoint());
    cli = ClientPrograms.isThere("aws", "--version");
    python = ClientPrograms.isThere("python3", "-c", "import boto3");
    Files.writeString(folder.resolve("read.py"), BOTO3, UTF_8);
    instances.create(
        "beverage",
        "aws_iam_role",
        "",
        json(
            "{'name':'secret-reader','assume_role_policy':"
                + allow("sts:AssumeRole", ",'Principal':{'AWS':'444455556666'}", "")
                + "}"));
  }

  @AfterAll
  static void stop() {
    sdk.close();
    runtime.close();
  }

  @AfterEach
  void takeBack() {
    while (!undo.isEmpty()) {
      undo.pop().run();
    }
  }

  @ParameterizedTest(name = "identity policy {0}, secret policy {1}, key policy {2}")
  @CsvSource({
    "true, true, true",
    "true, true, false",
    "true, false, true",
    "true, false, false",
    "false, true, true",
    "false, true, false",
    "false, false, true",
    "false, false, false",
  })
  void everyClientReadsOnlyWhenAllThreeAllow(boolean identity, boolean secret, boolean key)
      throws Exception {
    if (identity) {
      undo.push(
          instances.create(
              "beverage",
              "aws_iam_role_policy",
              "",
              json(
                  "{'name':'read','role':'secret-reader','policy':"
                      + allow("secretsmanager:GetSecretValue", "", ",'Resource':'*'")
                      + "}")));
      undo.push(
          instances.create(
              "beverage",
              "aws_iam_role_policy",
              "",
              json(
                  "{'name':'decrypt','role':'secret-reader','policy':"
                      + allow("kms:Decrypt", "", ",'Resource':'*'")
                      + "}")));
    }
    change("aws_secretsmanager_secret_policy.this", "secretsmanager:GetSecretValue", "", secret);
    change(
        "aws_kms_key.this",
        "kms:Decrypt",
        "{'Effect':'Allow','Principal':{'AWS':'111122223333'},'Action':'kms:*','Resource':'*'},",
        key);
    String arn =
        instances
            .find("consumer", "aws_secretsmanager_secret.this")
            .attributes()
            .path("arn")
            .asText();
    Signed session = RoleSigner.assume(runtime, ROLE).credentials();
    AwsSessionCredentialsIdentity reader =
        AwsSessionCredentialsIdentity.create(
            session.accessKey(), session.secret(), session.token());

    String expected =
        identity && secret && key
            ? "vpce-"
            : identity && secret
                ? "Access to KMS is not allowed"
                : ROLE.replace(":iam:", ":sts:").replace(":role/", ":assumed-role/") + "/";
    assertThat(readBySdk(reader, arn)).contains(expected);
    if (cli) {
      assertThat(
              run(
                  reader,
                  List.of(
                      "aws",
                      "secretsmanager",
                      "get-secret-value",
                      "--secret-id",
                      arn,
                      "--query",
                      "SecretString",
                      "--output",
                      "text")))
          .contains(expected);
    }
    if (python) {
      assertThat(run(reader, List.of("python3", folder.resolve("read.py").toString(), arn)))
          .contains(expected);
    }
  }

  private static String readBySdk(AwsSessionCredentialsIdentity reader, String arn) {
    SecretsManagerClient client = sdk.client(SecretsManagerClient.builder(), reader);
    try {
      return client.getSecretValue(request -> request.secretId(arn)).secretString();
    } catch (SecretsManagerException e) {
      assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
      return e.awsErrorDetails().errorMessage();
    }
  }

  private static String run(AwsSessionCredentialsIdentity reader, List<String> command)
      throws IOException, InterruptedException {
    return programs.run(programs.environment(reader), command).output();
  }

  /** Gives a resource of the consumer's a policy that lets the reader, or somebody else instead. */
  private void change(String address, String action, String more, boolean shared)
      throws JsonProcessingException {
    String principal = shared ? ROLE : "arn:aws:iam::111122223333:root";
    undo.push(
        instances.set(
            "consumer",
            address,
            json(
                "{'policy':{'Version':'2012-10-17','Statement':["
                    + more
                    + "{'Effect':'Allow','Principal':{'AWS':'"
                    + principal
                    + "'},'Action':'"
                    + action
                    + "','Resource':'*'}]}}")));
  }

  private static String allow(String action, String principal, String resource) {
    return "{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Action':'"
        + action
        + "'"
        + principal
        + resource
        + "}]}";
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return new ObjectMapper().readTree(text.replace('\'', '"'));
  }
}
