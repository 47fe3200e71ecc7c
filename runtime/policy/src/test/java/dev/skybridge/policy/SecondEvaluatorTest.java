package dev.skybridge.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Both evaluators decide alike, whatever the policies and the request. */
class SecondEvaluatorTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int FEW = 4_000;

  /** The same policies for both. */
  private record Side(List<AttachedPolicy> parsed, List<JsonNode> json) {
    static Side empty() {
      return new Side(new ArrayList<>(), new ArrayList<>());
    }

    Side add(String policy) {
      parsed.add(new AttachedPolicy("owner", "p" + parsed.size(), Policy.parse(policy)));
      try {
        json.add(MAPPER.readTree(policy));
      } catch (JsonProcessingException e) {
        throw new IllegalArgumentException(policy, e);
      }
      return this;
    }
  }

  @Test
  void bothDecideAlike() {
    int allowed = 0;
    int rounds = 0;
    for (int seed : Rounds.of(FEW)) {
      PolicyMaker maker = new PolicyMaker(seed);
      Side identity = side(maker, false, 2);
      Side resource = side(maker, true, 1);
      Side boundary = maker.random().nextInt(3) == 0 ? side(maker, false, 1) : Side.empty();
      Side session = maker.random().nextInt(3) == 0 ? side(maker, false, 2) : Side.empty();
      List<Side> serviceControl = levels(maker, false);
      List<Side> resourceControl = levels(maker, true);
      AccessRequest request = maker.request();
      NaiveEvaluator naive =
          new NaiveEvaluator(
              new NaiveEvaluator.World(
                  identity.json(),
                  resource.json(),
                  boundary.json(),
                  session.json(),
                  serviceControl.stream().map(Side::json).toList(),
                  resourceControl.stream().map(Side::json).toList()),
              plain(request));
      PrincipalPolicies principal =
          new PrincipalPolicies(
              identity.parsed(),
              boundary.parsed().stream().findFirst(),
              session.parsed(),
              serviceControl.stream().map(Side::parsed).toList());
      ResourcePolicies target =
          new ResourcePolicies(
              resource.parsed().stream().findFirst(),
              resourceControl.stream().map(Side::parsed).toList());
      Decision decision = Access.decide(principal, target, request);
      assertThat(decision.allowed())
          .as("seed %d: %s%n%s%n%s", seed, request, principal, target)
          .isEqualTo(naive.decide());
      assertThat(Access.decideKey(principal, target, request).allowed())
          .as("seed %d, key", seed)
          .isEqualTo(naive.decideKey());
      assertThat(decision.verdict().allowed()).isEqualTo(decision.allowed());
      allowed += decision.allowed() ? 1 : 0;
      rounds++;
    }
    assertThat(allowed).isBetween(rounds / 20, rounds * 9 / 10);
  }

  private static Side side(PolicyMaker maker, boolean principal, int most) {
    Side side = Side.empty();
    int count = maker.random().nextInt(most + 1);
    for (int i = 0; i < count; i++) {
      side.add(PolicyMaker.policy(maker.statements(principal)));
    }
    return side;
  }

  private static List<Side> levels(PolicyMaker maker, boolean principal) {
    List<Side> levels = new ArrayList<>();
    if (maker.random().nextInt(4) == 0) {
      String all =
          "{\"Version\": \"2012-10-17\", \"Statement\": {\"Effect\": \"Allow\","
              + (principal ? "\"Principal\": \"*\"," : "")
              + "\"Action\": \"*\", \"Resource\": \"*\"}}";
      levels.add(Side.empty().add(all));
      levels.add(side(maker, principal, 2));
    }
    return levels;
  }

  private static NaiveStatement.Request plain(AccessRequest request) {
    Map<String, List<String>> keys = new HashMap<>();
    for (String key : request.context().keys()) {
      keys.put(key.toLowerCase(Locale.ROOT), request.context().values(key));
    }
    keys.put("aws:resourceaccount", List.of(request.resourceAccount().value()));
    Optional<Principal.Identity> caller =
        request.principal() instanceof Principal.Identity identity
            ? Optional.of(identity)
            : Optional.empty();
    caller.ifPresent(identity -> {
      keys.put("aws:principalarn", List.of(identity.roleArn().orElseThrow()));
      keys.put("aws:principalaccount", List.of(identity.account().value()));
    });
    return new NaiveStatement.Request(
        caller.map(Principal.Identity::arn).orElse(""),
        caller.flatMap(Principal.Identity::roleArn).orElse(""),
        caller.map(identity -> identity.account().value()).orElse(""),
        request.principal() instanceof Principal.Service service ? service.name() : "",
        request.action(),
        request.resource(),
        request.resourceAccount().value(),
        keys);
  }
}
