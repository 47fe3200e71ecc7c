package dev.skybridge.services.iam;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Dialect;
import dev.skybridge.policy.MalformedPolicyException;
import dev.skybridge.policy.Policy;
import dev.skybridge.policy.PrincipalPolicies;
import dev.skybridge.policy.ResourcePolicies;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.api.Input;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The policies that a simulation looks at. Each has the name by which results refer to it.
 *
 * @param principal what the principal may do, and what limits it
 * @param resource the policy of all resources
 */
record SimulatedPolicies(PrincipalPolicies principal, Optional<AttachedPolicy> resource) {
  private static final String OWNER = "simulation";

  SimulatedPolicies {
    requireNonNull(principal);
    requireNonNull(resource);
  }

  /** Policies that a call brings, together with those that a principal has. */
  static SimulatedPolicies of(Input input, PrincipalPolicies own) {
    List<AttachedPolicy> identity = new ArrayList<>(own.identity());
    identity.addAll(read(input, "PolicyInputList", Dialect.INLINE));
    List<AttachedPolicy> boundaries =
        read(input, "PermissionsBoundaryPolicyInputList", Dialect.IDENTITY);
    if (boundaries.size() > 1) {
      throw new AwsException(
          "InvalidInput", 400, "You can input only one permissions boundary policy.");
    }
    return new SimulatedPolicies(
        new PrincipalPolicies(
            identity,
            boundaries.stream().findFirst().or(own::boundary),
            List.of(),
            own.serviceControl()),
        input
            .find("ResourcePolicy")
            .map(json -> attached("ResourcePolicy", json, Dialect.RESOURCE)));
  }

  /** The policies of a parameter that is a list: {@code PolicyInputList.1} and so on. */
  static List<AttachedPolicy> read(Input input, String parameter, Dialect dialect) {
    List<AttachedPolicy> policies = new ArrayList<>();
    for (String json : input.texts(parameter)) {
      policies.add(attached(parameter + "." + (policies.size() + 1), json, dialect));
    }
    return policies;
  }

  private static AttachedPolicy attached(String name, String json, Dialect dialect) {
    try {
      return new AttachedPolicy(OWNER, name, Policy.parse(json, dialect.withAnyKey()));
    } catch (MalformedPolicyException e) {
      throw new AwsException("InvalidInput", 400, name + ": " + e.getMessage());
    }
  }

  ResourcePolicies resourcePolicies() {
    return new ResourcePolicies(resource, List.of());
  }

  /** The condition keys that any of them asks for, case apart each once. */
  List<String> contextKeys() {
    List<AttachedPolicy> all = new ArrayList<>(principal.identity());
    principal.boundary().ifPresent(all::add);
    resource.ifPresent(all::add);
    return contextKeys(all);
  }

  static List<String> contextKeys(List<AttachedPolicy> policies) {
    Map<String, String> keys = new LinkedHashMap<>();
    policies.forEach(each ->
        each.policy()
            .contextKeys()
            .forEach(key -> keys.putIfAbsent(key.toLowerCase(Locale.ROOT), key)));
    return List.copyOf(keys.values());
  }
}
