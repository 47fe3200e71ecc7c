package dev.skybridge.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for all policies and requests; tried with many made from seeds. */
class PropertiesTest {
  private static final int FEW = 1_000;
  private static final Position NOWHERE = new Position(1, 1);

  @Test
  void anotherAllowNeverTakesAwayARight() {
    int allowed = 0;
    int rounds = 0;
    for (int seed : Rounds.of(FEW)) {
      PolicyMaker maker = new PolicyMaker(seed);
      List<String> identity = maker.statements(false);
      List<String> resource = maker.statements(true);
      AccessRequest request = maker.request();
      boolean before = decide(identity, resource, request);
      identity.add(maker.statement("Allow", false));
      resource.add(maker.statement("Allow", true));
      boolean after = decide(identity, resource, request);
      assertThat(!before || after).as("seed %d", seed).isTrue();
      allowed += before ? 1 : 0;
      rounds++;
    }
    assertThat(allowed).isBetween(rounds / 50, rounds * 9 / 10);
  }

  @Test
  void anotherDenyNeverGivesARight() {
    for (int seed : Rounds.of(FEW)) {
      PolicyMaker maker = new PolicyMaker(seed);
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
    for (int seed : Rounds.of(FEW)) {
      PolicyMaker maker = new PolicyMaker(seed);
      List<String> identity = maker.statements(false);
      List<String> resource = maker.statements(true);
      AccessRequest request = maker.request();
      boolean before = decide(identity, resource, request);
      Collections.shuffle(identity, maker.random());
      Collections.shuffle(resource, maker.random());
      assertThat(decide(identity, resource, request)).as("seed %d", seed).isEqualTo(before);
    }
  }

  @Test
  void whatIsPrintedReadsBackTheSame() {
    for (int seed : Rounds.of(FEW)) {
      Policy policy = policy(new PolicyMaker(seed).statements(true));
      Policy again = Policy.parse(policy.toString());
      assertThat(again).hasToString(policy.toString());
      assertThat(withoutPositions(again)).isEqualTo(withoutPositions(policy));
    }
  }

  /** The identity policy is its own boundary and session policy, which must change nothing. */
  private static boolean decide(
      List<String> identity, List<String> resource, AccessRequest request) {
    AttachedPolicy own = new AttachedPolicy("role", "inline", policy(identity));
    PrincipalPolicies principal =
        PrincipalPolicies.of(List.of(own)).withBoundary(own).withSession(List.of(own));
    return Access.decide(
            principal,
            ResourcePolicies.of(new AttachedPolicy("resource", "", policy(resource))),
            request)
        .allowed();
  }

  private static Policy policy(List<String> statements) {
    return Policy.parse(PolicyMaker.policy(statements));
  }

  private static List<Statement> withoutPositions(Policy policy) {
    return policy.statements().stream()
        .map(each ->
            new Statement(
                each.index(),
                each.sid(),
                NOWHERE,
                each.effect(),
                each.principals(),
                each.actions(),
                each.resources(),
                each.conditions().stream().map(PropertiesTest::withoutPosition).toList()))
        .toList();
  }

  private static Condition withoutPosition(Condition condition) {
    return new Condition(condition.operator(), condition.key(), condition.values(), NOWHERE);
  }
}
