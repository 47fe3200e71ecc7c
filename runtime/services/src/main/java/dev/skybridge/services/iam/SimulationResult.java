package dev.skybridge.services.iam;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.DecidingStatement;
import dev.skybridge.policy.PolicyType;
import dev.skybridge.policy.Position;
import dev.skybridge.services.api.Output;
import dev.skybridge.services.iam.Simulation.Outcome;
import dev.skybridge.services.iam.Simulation.Verdict;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * The result for one action on all resources, as IAM's API has it: one element, in it one for each
 * resource. The whole is as strict as the strictest of them, and named after the first.
 *
 * @param index its place among the actions
 * @param outcomes one or more
 * @param organization whether it is told what the organization's policies do
 */
record SimulationResult(int index, String action, List<Outcome> outcomes, boolean organization) {
  SimulationResult {
    requireNonNull(action);
    outcomes = List.copyOf(outcomes);
  }

  String key() {
    return "%09d".formatted(index);
  }

  Output shape() {
    Outcome first = outcomes.getFirst();
    boolean everything = outcomes.stream().allMatch(each -> each.resource().equals("*"));
    Outcome strictest =
        outcomes.stream()
            .max(Comparator.comparing(outcome -> Verdict.of(outcome.decision())))
            .orElse(first);
    Output.Builder shape =
        Output.Structure.builder()
            .put("EvalActionName", action)
            .put("EvalResourceName", first.resource())
            .put("EvalDecision", Verdict.of(strictest.decision()).text())
            .structures(
                "MatchedStatements",
                strictest.matched().stream().map(SimulationResult::statement).toList())
            .texts("MissingContextValues", everything ? first.missing() : List.of());
    if (organization) {
      shape.put(
          "OrganizationsDecisionDetail",
          Output.Structure.builder()
              .put("AllowedByOrganizations", outcomes.stream().allMatch(Outcome::organization)));
    }
    boundary(shape, outcomes);
    if (!everything) {
      shape.put("EvalDecisionDetails", details(strictest));
      shape.structures(
          "ResourceSpecificResults", outcomes.stream().map(SimulationResult::ofResource).toList());
    }
    return shape.build();
  }

  private static Output.Structure ofResource(Outcome outcome) {
    Output.Builder shape =
        Output.Structure.builder()
            .put("EvalResourceName", outcome.resource())
            .put("EvalResourceDecision", Verdict.of(outcome.decision()).text())
            .structures(
                "MatchedStatements",
                outcome.matched().stream().map(SimulationResult::statement).toList())
            .texts("MissingContextValues", outcome.missing());
    if (outcome.details().isPresent()) {
      shape.put("EvalDecisionDetails", details(outcome));
    }
    boundary(shape, List.of(outcome));
    return shape.build();
  }

  private static void boundary(Output.Builder shape, List<Outcome> outcomes) {
    if (outcomes.getFirst().boundary().isPresent()) {
      shape.put(
          "PermissionsBoundaryDecisionDetail",
          Output.Structure.builder()
              .put(
                  "AllowedByPermissionsBoundary",
                  outcomes.stream().allMatch(each -> each.boundary().orElse(true))));
    }
  }

  /** By kind of policy; AWS does not document the names. */
  private static Output.Entries details(Outcome outcome) {
    SequencedMap<String, Output> sides = new LinkedHashMap<>();
    outcome
        .details()
        .ifPresent(both -> {
          sides.put(type(PolicyType.IDENTITY), new Output.Text(both.identity().text()));
          sides.put(type(PolicyType.RESOURCE), new Output.Text(both.resource().text()));
        });
    return new Output.Entries(sides);
  }

  private static Output.Structure statement(DecidingStatement found) {
    return Output.Structure.builder()
        .put("SourcePolicyId", found.policy().name())
        .put("SourcePolicyType", type(found.type()))
        .put("StartPosition", position(found.statement().position()))
        .put("EndPosition", position(found.policy().policy().end(found.statement())))
        .build();
  }

  private static String type(PolicyType type) {
    return switch (type) {
      case IDENTITY -> "IAM Policy";
      case RESOURCE -> "Resource Policy";
      case PERMISSIONS_BOUNDARY -> "Permissions Boundary Policy";
      case SESSION, SERVICE_CONTROL, RESOURCE_CONTROL, VPC_ENDPOINT, GATEWAY_ENDPOINT ->
          throw new IllegalArgumentException(type + " (expected: what a simulation looks at)");
    };
  }

  private static Output.Builder position(Position position) {
    return Output.Structure.builder().put("Line", position.line()).put("Column", position.column());
  }
}
