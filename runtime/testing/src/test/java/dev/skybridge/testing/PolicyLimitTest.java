package dev.skybridge.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.services.AwsException;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A policy of the largest size that its service takes is applied, one of a character more is
 * refused with that service's code, and so is one of 10,000 statements.
 */
class PolicyLimitTest {
  private static final TestingRuntime RUNTIME = TestingRuntime.fromSnapshot();
  private static final Duration SOON = Duration.ofSeconds(10);

  private final AppliedInstances instances = new AppliedInstances(RUNTIME);

  @AfterAll
  static void close() {
    RUNTIME.close();
  }

  /** A kind of policy: its limit, what a statement has, and the answer to one that is too long. */
  enum Kind {
    MANAGED(
        6_144,
        "'Action':'dynamodb:Query','Resource':'*'",
        "LimitExceeded",
        "Cannot exceed quota for PolicySize: 6144"),
    INLINE(
        10_240,
        "'Action':'dynamodb:Query','Resource':'*'",
        "LimitExceeded",
        "Maximum policy size of 10240 bytes exceeded for role limited"),
    TRUST(
        2_048,
        "'Principal':{'Service':'lambda.amazonaws.com'},'Action':'sts:AssumeRole'",
        "LimitExceeded",
        "Cannot exceed quota for ACLSizePerRole: 2048"),
    KEY(
        32_768,
        "'Principal':{'AWS':'arn:aws:iam::777788889999:root'},'Action':'kms:*','Resource':'*'",
        "LimitExceededException",
        "a quota was exceeded"),
    SECRET(
        20_480,
        "'Principal':{'AWS':'arn:aws:iam::777788889999:root'},"
            + "'Action':'secretsmanager:GetSecretValue','Resource':'*'",
        "ValidationException",
        "Member must have length less than or equal to 20480"),
    API(
        8_192,
        "'Principal':'*','Action':'execute-api:Invoke','Resource':'*'",
        "BadRequestException",
        "at most 8192"),
    ENDPOINT(20_480, "'Principal':'*','Action':'*','Resource':'*'", "InvalidParameter", "20480"),
    SERVICE_CONTROL(
        10_240,
        "'Action':'dynamodb:Query','Resource':'*'",
        "ConstraintViolationException",
        "You have exceeded the maximum policy size."),
    RESOURCE_CONTROL(
        5_120,
        "'Principal':'*','Action':'s3:*','Resource':'*'",
        "ConstraintViolationException",
        "You have exceeded the maximum policy size.");

    private final int limit;
    private final String statement;
    private final String code;
    private final String message;

    Kind(int limit, String elements, String code, String message) {
      this.limit = limit;
      String effect =
          name().equals("RESOURCE_CONTROL") || name().equals("SERVICE_CONTROL") ? "Deny" : "Allow";
      this.statement = "{'Sid':'%s','Effect':'" + effect + "'," + elements + "}";
      this.code = code;
      this.message = message;
    }

    /** A policy of so many characters, none of them a blank. */
    String of(int characters) {
      return policy("S".repeat(characters - policy("").length()));
    }

    private String policy(String sid) {
      return document(statement.replace("%s", sid));
    }

    private String ofStatements(int count) {
      return document(
          IntStream.range(0, count)
              .mapToObj(i -> statement.replace("%s", "S" + i))
              .collect(Collectors.joining(",")));
    }

    private static String document(String statements) {
      return "{'Version':'2012-10-17','Statement':[S]}"
          .replace("S]", statements + "]")
          .replace('\'', '"');
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPolicyAtItsLimitIsApplied(Kind kind) {
    String policy = kind.of(kind.limit);
    assertThat(policy).hasSize(kind.limit);

    apply(kind, policy).run();
  }

  @ParameterizedTest
  @EnumSource
  void aPolicyOneCharacterLongerIsRefused(Kind kind) {
    assertRefused(kind, () -> apply(kind, kind.of(kind.limit + 1)));
  }

  @ParameterizedTest
  @EnumSource
  void tenThousandStatementsAreRefusedSoon(Kind kind) {
    String policy = kind.ofStatements(10_000);
    long start = System.nanoTime();

    assertRefused(kind, () -> apply(kind, policy));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "{\"Statement\":[", "- ", "{a: "})
  void whatNestsTooDeeplyIsRefusedSoon(String open) {
    String nested = "{\"Statement\":" + open.repeat(100_000);
    for (Kind kind : Kind.values()) {
      assertRefusedSoon(kind.name(), () -> apply(kind, nested));
    }
    assertRefusedSoon(
        "OpenAPI",
        () -> instances.set("food", "aws_api_gateway_rest_api.this", arguments("body", nested)));
  }

  private static void assertRefusedSoon(String what, ThrowingCallable change) {
    long start = System.nanoTime();
    assertThatThrownBy(change)
        .as(what)
        .isInstanceOfAny(AwsException.class, IllegalStateException.class)
        .satisfies(e -> assertThat(String.valueOf(e.getMessage())).hasSizeLessThan(2_000));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).as(what).isLessThan(SOON);
  }

  @Test
  void inlinePoliciesOfARoleHaveTheirLimitTogether() {
    AppliedInstances.Undo role = role();
    AppliedInstances.Undo one = inline("one", Kind.INLINE.of(5_000));
    assertRefused(Kind.INLINE, () -> inline("two", Kind.INLINE.of(5_241)));

    inline("two", Kind.INLINE.of(5_240)).run();
    one.run();
    role.run();
  }

  @Test
  void aSessionPolicyHasItsLimit() throws Exception {
    AppliedInstances.Undo role =
        instances.create(
            "food",
            "aws_iam_role",
            "",
            arguments("name", "assumed")
                .put(
                    "assume_role_policy",
                    Kind.document(
                        "{'Effect':'Allow','Principal':{'AWS':'777788889999'},"
                            + "'Action':'sts:AssumeRole'}")));
    ObjectNode call = arguments("api", "sts").put("operation", "AssumeRole");
    ObjectNode body =
        call.putObject("body")
            .put("RoleArn", "arn:aws:iam::777788889999:role/assumed")
            .put("RoleSessionName", "limit")
            .put("Policy", Kind.MANAGED.of(2_048));
    ApiCaller.Session person = new ApiCaller(RUNTIME).as("person food");

    Answer most = person.call(call, Signed.Fault.NONE);
    assertThat(most.status()).as(most.body()).isEqualTo(200);
    assertThat(most.body()).contains("<PackedPolicySize>100</PackedPolicySize>");
    body.put("Policy", Kind.MANAGED.of(2_049));
    Answer more = person.call(call, Signed.Fault.NONE);
    assertThat(more.status()).isEqualTo(400);
    assertThat(more.body())
        .contains("<Code>ValidationError</Code>")
        .contains("Member must have length less than or equal to 2048");
    role.run();
  }

  @Test
  void theApiRefusesASecretsPolicyThatIsTooLong() throws Exception {
    ApiCaller.Session person = new ApiCaller(RUNTIME).as("person food");
    ObjectNode create = arguments("api", "secretsmanager").put("operation", "CreateSecret");
    create.putObject("body").put("Name", "limited-by-api").put("SecretString", "tea");
    assertThat(person.call(create, Signed.Fault.NONE).status()).isEqualTo(200);
    ObjectNode put = arguments("api", "secretsmanager").put("operation", "PutResourcePolicy");
    ObjectNode body =
        put.putObject("body")
            .put("SecretId", "limited-by-api")
            .put("ResourcePolicy", Kind.SECRET.of(Kind.SECRET.limit));
    assertThat(person.call(put, Signed.Fault.NONE).status()).isEqualTo(200);

    body.put("ResourcePolicy", Kind.SECRET.of(Kind.SECRET.limit + 1));
    Answer refused = person.call(put, Signed.Fault.NONE);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains(Kind.SECRET.code).contains(Kind.SECRET.message);
  }

  private static void assertRefused(Kind kind, ThrowingCallable change) {
    assertThatThrownBy(change)
        .isInstanceOfSatisfying(
            AwsException.class,
            e -> {
              assertThat(e.code()).isEqualTo(kind.code);
              assertThat(e.operatorMessage()).contains(kind.message).hasSizeLessThan(1_000);
            });
  }

  private AppliedInstances.Undo apply(Kind kind, String policy) {
    return switch (kind) {
      case MANAGED ->
          instances.create("food", "aws_iam_policy", "", named("limited", "policy", policy));
      case INLINE -> {
        AppliedInstances.Undo role = role();
        try {
          AppliedInstances.Undo inline = inline("one", policy);
          yield () -> {
            inline.run();
            role.run();
          };
        } catch (AwsException | IllegalStateException refused) {
          role.run();
          throw refused;
        }
      }
      case TRUST ->
          instances.create(
              "food", "aws_iam_role", "", named("trusting", "assume_role_policy", policy));
      case KEY -> instances.create("food", "aws_kms_key", "", arguments("policy", policy));
      case SECRET ->
          instances.create("food", "aws_secretsmanager_secret", "", named("l", "policy", policy));
      case API ->
          instances.set(
              "food", "aws_api_gateway_rest_api_policy.this", arguments("policy", policy));
      case ENDPOINT ->
          instances.set("consumer", "aws_vpc_endpoint.this", arguments("policy", policy));
      case SERVICE_CONTROL, RESOURCE_CONTROL ->
          instances.create(
              "consumer",
              "aws_organizations_policy",
              "",
              named("limited", "content", policy).put("type", kind.name() + "_POLICY"));
    };
  }

  private AppliedInstances.Undo role() {
    return instances.create(
        "food", "aws_iam_role", "", named("limited", "assume_role_policy", Kind.TRUST.of(2_000)));
  }

  private AppliedInstances.Undo inline(String name, String policy) {
    return instances.create(
        "food", "aws_iam_role_policy", "", named(name, "policy", policy).put("role", "limited"));
  }

  private static ObjectNode named(String name, String attribute, String value) {
    return arguments("name", name).put(attribute, value);
  }

  private static ObjectNode arguments(String attribute, String value) {
    return JsonNodeFactory.instance.objectNode().put(attribute, value);
  }
}
