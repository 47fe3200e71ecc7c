package dev.skybridge.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

/**
 * The consumer's secret, read by a role of a producer with real clients: the role's policy, the
 * secret's and the key's must all let it. A client that is not on this machine is skipped.
 */
class SharedSecretClientsTest {
  private static final String ROLE = "arn:aws:iam::444455556666:role/secret-reader";

  private static TestingRuntime runtime;
  private static AppliedInstances instances;
  private static ClientPrograms programs;
  private static JavaSdk sdk;

  private final Deque<AppliedInstances.Undo> undo = new ArrayDeque<>();

  @BeforeAll
  static void start() throws Exception {
    runtime = TestingRuntime.fromSnapshot();
    instances = new AppliedInstances(runtime);
    programs = new ClientPrograms(runtime);
    sdk = new JavaSdk(programs.endpoint());
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

  /** The clients, each in all combinations of what is missing. */
  private static Stream<Arguments> cases() {
    List<Boolean> both = List.of(true, false);
    return Stream.of(Client.values())
        .flatMap(client ->
            both.stream()
                .flatMap(identity ->
                    both.stream()
                        .flatMap(secret ->
                            both.stream()
                                .map(key -> Arguments.of(client, identity, secret, key)))));
  }

  enum Client {
    SDK_FOR_JAVA,
    SDK_FOR_JAVASCRIPT,
    BOTO3,
    CLI
  }

  @ParameterizedTest(name = "{0}: identity policy {1}, secret policy {2}, key policy {3}")
  @MethodSource("cases")
  void aClientReadsOnlyWhenAllThreeAllow(
      Client client, boolean identity, boolean secret, boolean key) throws Exception {
    assumeIsThere(client);
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
    assertThat(read(client, reader, arn)).contains(expected);
  }

  private static void assumeIsThere(Client client) throws Exception {
    switch (client) {
      case SDK_FOR_JAVA -> {}
      case SDK_FOR_JAVASCRIPT -> JavaScriptSdk.assumeIsThere();
      case BOTO3 ->
          assumeTrue(
              ClientPrograms.isThere("python3", "-c", "import boto3"), "boto3 is not installed");
      case CLI ->
          assumeTrue(ClientPrograms.isThere("aws", "--version"), "the AWS CLI is not on the PATH");
    }
  }

  /** What a client reads, or what it says of its refusal. */
  private static String read(Client client, AwsSessionCredentialsIdentity reader, String arn)
      throws Exception {
    Map<String, String> environment = programs.environment(reader);
    return switch (client) {
      case SDK_FOR_JAVA -> readBySdk(reader, arn);
      case SDK_FOR_JAVASCRIPT -> JavaScriptSdk.run(environment, "read.mjs", List.of(arn)).output();
      case BOTO3 ->
          programs
              .run(
                  environment,
                  List.of(
                      "python3", "-B", ClientPrograms.SCRIPTS.resolve("read.py").toString(), arn))
              .output();
      case CLI ->
          programs
              .run(
                  environment,
                  List.of(
                      "aws",
                      "secretsmanager",
                      "get-secret-value",
                      "--secret-id",
                      arn,
                      "--query",
                      "SecretString",
                      "--output",
                      "text"))
              .output();
    };
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
