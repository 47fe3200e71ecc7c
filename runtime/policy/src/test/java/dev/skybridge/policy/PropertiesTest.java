package dev.skybridge.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for all policies and requests; tried with many made from seeds. */
class PropertiesTest {
  private static final int ROUNDS = 1000;
  private static final List<AccountId> ACCOUNTS =
      List.of(new AccountId("111122223333"), new AccountId("444455556666"));
  private static final List<String> ROLES = List.of("get", "post");
  private static final List<String> ACTIONS =
      List.of("dynamodb:GetItem", "dynamodb:PutItem", "kms:Decrypt");
  private static final List<String> RESOURCES =
      List.of(
          "arn:aws:dynamodb:eu-central-1:444455556666:table/orders",
          "arn:aws:kms:eu-central-1:111122223333:key/1");

  @Test
  void anotherAllowNeverTakesAwayARight() {
    int allowed = 0;
    for (int seed = 0; seed < ROUNDS; seed++) {
      Maker maker = new Maker(seed);
      List<String> identity = maker.statements(false);
      List<String> resource = maker.statements(true);
      AccessRequest request = maker.request();
      boolean before = decide(identity, resource, request);
      identity.add(maker.statement("Allow", false));
      resource.add(maker.statement("Allow", true));
      boolean after = decide(identity, resource, request);
      assertThat(!before || after).as("seed %d", seed).isTrue();
      allowed += before ? 1 : 0;
    }
    assertThat(allowed).isBetween(ROUNDS / 50, ROUNDS * 9 / 10);
  }

  @Test
  void anotherDenyNeverGivesARight() {
    for (int seed = 0; seed < ROUNDS; seed++) {
      Maker maker = new Maker(seed);
      List<String> identity = maker.statements(false);
      List<String> resource = maker.statements(true);
      AccessRequest request = maker.request();
      boolean before = decide(identity, resource, request);
      resource.add(maker.statement("Deny", true));
      assertThat(before || !decide(identity, resource, request)).as("seed %d", seed).isTrue();
    }
  }

  @Test
  void theOrderOfStatementsDoesNotMatter() {
    for (int seed = 0; seed < ROUNDS; seed++) {
      Maker maker = new Maker(seed);
      List<String> identity = maker.statements(false);
      List<String> resource = maker.statements(true);
      AccessRequest request = maker.request();
      boolean before = decide(identity, resource, request);
      Collections.shuffle(identity, maker.random);
      Collections.shuffle(resource, maker.random);
      assertThat(decide(identity, resource, request)).as("seed %d", seed).isEqualTo(before);
    }
  }

  @Test
  void whatIsPrintedReadsBackTheSame() {
    for (int seed = 0; seed < ROUNDS; seed++) {
      Policy policy = policy(new Maker(seed).statements(true));
      Policy again = Policy.parse(policy.toString());
      assertThat(again).hasToString(policy.toString());
      assertThat(withoutPositions(again)).isEqualTo(withoutPositions(policy));
    }
  }

  private static boolean decide(
      List<String> identity, List<String> resource, AccessRequest request) {
    return Access.identityAndResource(
            List.of(new AttachedPolicy("role", "inline", policy(identity))),
            Optional.of(new AttachedPolicy("resource", "", policy(resource))),
            request)
        .allowed();
  }

  private static Policy policy(List<String> statements) {
    return Policy.parse(
        "{\"Version\": \"2012-10-17\", \"Id\": \"p\", \"Statement\": [\n"
            + String.join(",\n", statements)
            + "]}");
  }

  private static List<Statement> withoutPositions(Policy policy) {
    return policy.statements().stream()
        .map(each ->
            new Statement(
                each.index(),
                each.sid(),
                new Position(1, 1),
                each.effect(),
                each.principals(),
                each.actions(),
                each.resources(),
                each.conditions()))
        .toList();
  }

  /** Makes statements and requests of a small world, so that they often meet. */
  private static final class Maker {
    private final Random random;

    Maker(int seed) {
      random = new Random(seed);
    }

    List<String> statements(boolean principal) {
      return new ArrayList<>(
          IntStream.rangeClosed(0, random.nextInt(4))
              .mapToObj(i -> statement(random.nextInt(4) == 0 ? "Deny" : "Allow", principal))
              .toList());
    }

    String statement(String effect, boolean principal) {
      String who = principal ? ", \"Principal\": " + principal() : "";
      String not = random.nextInt(6) == 0 ? "Not" : "";
      String condition =
          random.nextInt(3) == 0
              ? ", \"Condition\": {\"" + operator() + "\": {\"aws:SourceVpce\": [\"vpce-1\"]}}"
              : "";
      return "{\"Effect\": \"%s\"%s, \"%sAction\": [\"%s\"], \"Resource\": \"%s\"%s}"
          .formatted(effect, who, not, action(), resource(), condition);
    }

    private String operator() {
      return pick(
          List.of(
              "StringEquals", "StringNotLike", "ForAnyValue:StringEquals", "StringLikeIfExists"));
    }

    private String action() {
      return random.nextBoolean() ? "*" : pick(List.of("dynamodb:*", "kms:D?crypt", pick(ACTIONS)));
    }

    private String resource() {
      return random.nextBoolean() ? "*" : pick(RESOURCES);
    }

    private String principal() {
      return switch (random.nextInt(4)) {
        case 0 -> "\"*\"";
        case 1 -> "{\"AWS\": \"" + pick(ACCOUNTS) + "\"}";
        case 2 -> "{\"Service\": \"lambda.amazonaws.com\"}";
        default -> "{\"AWS\": [\"arn:aws:iam::" + pick(ACCOUNTS) + ":role/" + pick(ROLES) + "\"]}";
      };
    }

    AccessRequest request() {
      AccountId account = pick(ACCOUNTS);
      String role = pick(ROLES);
      Principal principal =
          switch (random.nextInt(5)) {
            case 0 -> new Principal.Anonymous();
            case 1 -> new Principal.Service("lambda.amazonaws.com");
            default ->
                Principal.Identity.session(
                    "arn:aws:sts::" + account + ":assumed-role/" + role + "/s",
                    "arn:aws:iam::" + account + ":role/" + role,
                    account);
          };
      Context context =
          random.nextBoolean()
              ? Context.empty()
              : Context.builder().put("aws:SourceVpce", "vpce-" + random.nextInt(3)).build();
      String resource = pick(RESOURCES);
      return new AccessRequest(
          principal,
          pick(ACTIONS),
          resource,
          new AccountId(Arn.parse(resource).account()),
          context);
    }

    private <T> T pick(List<T> list) {
      return list.get(random.nextInt(list.size()));
    }
  }
}
