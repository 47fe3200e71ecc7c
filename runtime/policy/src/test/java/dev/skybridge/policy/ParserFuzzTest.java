package dev.skybridge.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever text comes, the parser answers with a policy or a typed error, and soon. */
@Timeout(1200)
class ParserFuzzTest {
  private static final int FEW = 3_000;
  private static final List<Dialect> DIALECTS =
      List.of(
          Dialect.ANY,
          Dialect.INLINE,
          Dialect.TRUST,
          Dialect.API,
          Dialect.SESSION,
          Dialect.SERVICE_CONTROL,
          Dialect.RESOURCE_CONTROL);
  private static final List<String> SCRAPS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "\"",
          ":",
          ",",
          "null",
          "1e999999999",
          "\\u0000",
          "\\ud800",
          "${",
          "}",
          "*",
          "?",
          "\"Not",
          "arn:aws:",
          "::::::",
          "\"Principal\"",
          "\"Condition\"",
          "Null",
          "ForAll",
          "IfExists",
          "\n",
          "\t",
          "'",
          "é",
          "\uD83C\uDF75",
          "0.0.0.0/0",
          "-1");

  @Test
  void alteredPoliciesAreReadOrRefused() {
    int refused = 0;
    int rounds = 0;
    for (int seed : Rounds.of(FEW)) {
      PolicyMaker maker = new PolicyMaker(seed);
      String text =
          altered(
              PolicyMaker.policy(maker.statements(maker.random().nextBoolean())), maker.random());
      refused += refuses(text, maker.pick(DIALECTS)) ? 1 : 0;
      rounds++;
    }
    assertThat(refused).isBetween(rounds / 4, rounds - 1);
  }

  @Test
  void garbageIsRefused() {
    for (int seed : Rounds.of(FEW)) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(200);
      for (int i = 0; i < length; i++) {
        text.append((char) random.nextInt(random.nextBoolean() ? 128 : Character.MAX_VALUE));
      }
      assertThat(refuses(text.toString(), Dialect.ANY)).as("seed %d", seed).isTrue();
    }
  }

  @Test
  void deepNestingIsRefused() {
    for (String open : List.of("[", "{\"a\":", "{\"Statement\":[", "{\"Condition\":{\"Null\":")) {
      String text = "{\"Statement\": " + open.repeat(100_000);
      assertThat(refuses(text, Dialect.ANY)).isTrue();
    }
  }

  @Test
  void messagesDoNotRepeatMegabytes() {
    String long1 = "x".repeat(1_000_000);
    for (String text :
        List.of(
            "{\"Statement\": {\"Effect\": \"" + long1 + "\", \"Action\": \"*\"}}",
            "{\"" + long1 + "\": 1}",
            "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"" + long1 + "\"}}",
            "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\", \"Condition\": {\""
                + long1
                + "\": {}}}}",
            "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\", \"Condition\":"
                + " {\"NumericEquals\": {\"aws:EpochTime\": \""
                + "9".repeat(1_000_000)
                + "\"}}}}")) {
      assertThatThrownBy(() -> Policy.parse(text))
          .isInstanceOf(MalformedPolicyException.class)
          .satisfies(e -> assertThat(String.valueOf(e.getMessage()).length()).isLessThan(1_200));
    }
  }

  @Test
  void everyKindHasItsLimit() {
    for (Dialect dialect : DIALECTS) {
      String blanks = " ".repeat(dialect.size().limit() + 1);
      String word = "a".repeat(dialect.size().limit() + 1);
      assertThatThrownBy(() -> Policy.parse("{\"Id\": \"" + word + "\"}", dialect))
          .isInstanceOfSatisfying(
              MalformedPolicyException.class,
              e -> assertThat(e.fault()).isEqualTo(MalformedPolicyException.Fault.TOO_LARGE));
      assertThatThrownBy(() -> Policy.parse("{" + blanks + "}", dialect))
          .isInstanceOfSatisfying(
              MalformedPolicyException.class,
              e ->
                  assertThat(e.fault() == MalformedPolicyException.Fault.TOO_LARGE)
                      .isEqualTo(dialect.size().blanks()));
    }
  }

  @Test
  void tenThousandStatementsAreReadAndDecided() {
    StringBuilder text = new StringBuilder("{\"Version\": \"2012-10-17\", \"Statement\": [");
    for (int i = 0; i < 10_000; i++) {
      text.append("{\"Effect\": \"Allow\", \"Action\": \"service")
          .append(i)
          .append(":Get*\", \"Resource\": \"arn:aws:s3:::*a*b*c*d*")
          .append(i)
          .append("*\"},\n");
    }
    text.append("{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}]}");
    long start = System.nanoTime();
    Policy policy = Policy.parse(text.toString());
    AccessRequest request =
        new AccessRequest(
            new Principal.Anonymous(),
            "service9999:GetIt",
            "arn:aws:s3:::" + "abcd".repeat(400),
            new AccountId("111122223333"),
            Context.empty());
    AttachedPolicy attached = new AttachedPolicy("many", "", policy);
    Decision decision =
        Access.decide(PrincipalPolicies.none(), ResourcePolicies.of(attached), request);
    assertThat(policy.statements()).hasSize(10_001);
    assertThat(decision.allowed()).isFalse();
    assertThat(decision.nearStatements().getFirst().statement().index()).isEqualTo(10_001);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
  }

  private static String altered(String policy, Random random) {
    StringBuilder text = new StringBuilder(policy);
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(4)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, SCRAPS.get(random.nextInt(SCRAPS.size())));
        case 2 -> text.setCharAt(at, (char) random.nextInt(256));
        default -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(20)));
      }
    }
    return text.toString();
  }

  /** Whether it is refused; what it throws otherwise fails the test. */
  private static boolean refuses(String text, Dialect dialect) {
    try {
      Policy policy = Policy.parse(text, dialect);
      assertThat(Policy.parse(policy.toString(), dialect)).hasToString(policy.toString());
      return false;
    } catch (MalformedPolicyException e) {
      assertThat(e.line()).isPositive();
      assertThat(e.column()).isPositive();
      return true;
    }
  }
}
