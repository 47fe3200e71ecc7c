package dev.skybridge.services.iam;

import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Arn;
import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Context;
import dev.skybridge.policy.Dialect;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.PrincipalPolicies;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.api.ApiAnswer;
import dev.skybridge.services.api.ApiCall;
import dev.skybridge.services.api.ApiOperation;
import dev.skybridge.services.api.Input;
import dev.skybridge.services.api.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The operations that simulate policies.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html">
 *     SimulatePrincipalPolicy</a>
 */
final class SimulationApi {
  /** What follows from a caller, and is not there without one. */
  private static final Context WITHOUT_CALLER =
      Context.builder()
          .put("aws:PrincipalArn", List.of())
          .put("aws:PrincipalAccount", List.of())
          .put("aws:PrincipalType", List.of())
          .build();

  private final Iam iam;
  private final AccessKeys keys;

  SimulationApi(Iam iam, AccessKeys keys) {
    this.iam = iam;
    this.keys = keys;
  }

  List<ApiOperation> operations() {
    return List.of(
        ApiOperation.named("SimulatePrincipalPolicy", this::simulatePrincipal),
        ApiOperation.named("SimulateCustomPolicy", this::simulateCustom),
        ApiOperation.named("GetContextKeysForPrincipalPolicy", this::principalKeys),
        ApiOperation.named("GetContextKeysForCustomPolicy", this::customKeys));
  }

  private ApiAnswer simulatePrincipal(ApiCall call) {
    SimulatedPrincipal principal =
        SimulatedPrincipal.of(iam, keys, call, "iam:SimulatePrincipalPolicy");
    SimulatedPolicies policies = SimulatedPolicies.of(call.input(), principal.policies());
    Optional<Principal.Identity> named = caller(call.input());
    boolean user = principal.identity().roleArn().isEmpty();
    if (policies.resource().isPresent() && named.isEmpty() && !user) {
      throw invalid("Invalid caller - Caller must be an IAM user in this context.");
    }
    return answer(call, policies, named.orElse(principal.identity()), Context.empty(), true);
  }

  private ApiAnswer simulateCustom(ApiCall call) {
    call.authorize("iam:SimulateCustomPolicy", "*");
    requireOne(call.input(), "PolicyInputList");
    SimulatedPolicies policies = SimulatedPolicies.of(call.input(), PrincipalPolicies.none());
    Optional<Principal.Identity> named = caller(call.input());
    if (policies.resource().isPresent() && named.isEmpty()) {
      throw invalid("Invalid caller - Caller must be an IAM user in this context.");
    }
    return answer(
        call,
        policies,
        named.orElseGet(() -> nobody(call)),
        named.isPresent() ? Context.empty() : WITHOUT_CALLER,
        false);
  }

  private static Principal.Identity nobody(ApiCall call) {
    return Principal.Identity.user(
        call.scope().globalArn("iam", "simulated").toString(), call.scope().account());
  }

  private ApiAnswer answer(
      ApiCall call,
      SimulatedPolicies policies,
      Principal.Identity caller,
      Context facts,
      boolean organization) {
    Input input = call.input();
    input.refuse("ResourceHandlingOption");
    Simulation simulation =
        new Simulation(
            policies,
            caller,
            owner(input).orElse(caller.account()),
            facts.toBuilder().putAll(ContextEntries.of(input)).build());
    List<String> resources = input.texts("ResourceArns");
    for (String resource : resources) {
      if (!resource.equals("*") && !Arn.isArn(resource)) {
        throw invalid("Invalid Resource Arn: " + resource + " (expected: an ARN, or *)");
      }
    }
    List<SimulationResult> results = new ArrayList<>();
    for (String action : actions(input)) {
      results.add(
          new SimulationResult(
              results.size(),
              action,
              (resources.isEmpty() ? List.of("*") : resources)
                  .stream().map(resource -> simulation.outcome(action, resource)).toList(),
              organization));
    }
    return Listing.of(
        call, "EvaluationResults", results, SimulationResult::key, SimulationResult::shape);
  }

  private static List<String> actions(Input input) {
    requireOne(input, "ActionNames");
    List<String> actions = input.texts("ActionNames");
    for (String action : actions) {
      if (!action.matches("[A-Za-z0-9-]+:[A-Za-z0-9]+")) {
        throw invalid(
            "Invalid Action: "
                + action
                + " (expected: a service prefix and an action, e.g. s3:GetObject; wildcards are not"
                + " supported)");
      }
    }
    return actions;
  }

  private static void requireOne(Input input, String list) {
    if (input.texts(list).isEmpty()) {
      throw input.constraint(list, "[]", "Member must have length greater than or equal to 1");
    }
  }

  private static Optional<Principal.Identity> caller(Input input) {
    return input
        .find("CallerArn")
        .map(text -> {
          boolean user =
              Arn.isArn(text)
                  && Arn.parse(text).service().equals("iam")
                  && Arn.parse(text).account().matches("\\d{12}")
                  && Arn.parse(text).resource().startsWith("user/");
          if (!user) {
            throw invalid("Invalid caller - Caller must be an IAM user in this context.");
          }
          return Principal.Identity.user(text, new AccountId(Arn.parse(text).account()));
        });
  }

  private static Optional<AccountId> owner(Input input) {
    return input
        .find("ResourceOwner")
        .map(text -> {
          if (!Arn.isArn(text) || !Arn.parse(text).account().matches("\\d{12}")) {
            throw invalid(
                "Invalid Resource Owner: " + text + " (expected: arn:aws:iam::ACCOUNT:root)");
          }
          return new AccountId(Arn.parse(text).account());
        });
  }

  private ApiAnswer principalKeys(ApiCall call) {
    SimulatedPrincipal principal =
        SimulatedPrincipal.of(iam, keys, call, "iam:GetContextKeysForPrincipalPolicy");
    List<AttachedPolicy> all = new ArrayList<>(principal.policies().identity());
    all.addAll(SimulatedPolicies.read(call.input(), "PolicyInputList", Dialect.INLINE));
    return keyNames(all);
  }

  private ApiAnswer customKeys(ApiCall call) {
    call.authorize("iam:GetContextKeysForCustomPolicy", "*");
    requireOne(call.input(), "PolicyInputList");
    return keyNames(SimulatedPolicies.read(call.input(), "PolicyInputList", Dialect.ANY));
  }

  private static ApiAnswer keyNames(List<AttachedPolicy> policies) {
    return ApiAnswer.of(
        Output.Structure.builder()
            .texts("ContextKeyNames", SimulatedPolicies.contextKeys(policies))
            .build());
  }

  private static AwsException invalid(String message) {
    return new AwsException("InvalidInput", 400, message);
  }
}
