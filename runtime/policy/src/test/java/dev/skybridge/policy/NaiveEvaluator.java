package dev.skybridge.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A second evaluator, written from AWS's pages for the reader and not for speed: it knows policies
 * as JSON alone and shares no code with the first.
 */
final class NaiveEvaluator {
  /**
   * All that a decision is made of.
   *
   * @param resource empty list or one policy
   * @param boundary empty list or one policy
   */
  record World(
      List<JsonNode> identity,
      List<JsonNode> resource,
      List<JsonNode> boundary,
      List<JsonNode> session,
      List<List<JsonNode>> serviceControl,
      List<List<JsonNode>> resourceControl) {}

  private final World world;
  private final NaiveStatement.Request request;

  NaiveEvaluator(World world, NaiveStatement.Request request) {
    this.world = world;
    this.request = request;
  }

  /** Whether an identity policy or the resource's allows, as AWS decides for most services. */
  boolean decide() {
    if (denied() || !organizationAllows()) {
      return false;
    }
    if (!request.caller()) {
      return anybodyNamed();
    }
    if (request.foreign()) {
      return resourceAllows() && identityAllows() && limitsAllow();
    }
    return sessionNamed() || anybodyNamed() || ((roleNamed() || identityAllows()) && limitsAllow());
  }

  /** Whether a key may be used: without its own policy's consent nobody may. */
  boolean decideKey() {
    if (denied() || !organizationAllows()) {
      return false;
    }
    if (!request.caller()) {
      return anybodyNamed();
    }
    if (request.foreign()) {
      return resourceAllows() && identityAllows() && limitsAllow();
    }
    return sessionNamed()
        || anybodyNamed()
        || (roleNamed() && limitsAllow())
        || (accountNamed() && identityAllows() && limitsAllow());
  }

  private boolean denied() {
    Stream<List<JsonNode>> withoutPrincipal =
        Stream.concat(
            Stream.of(world.identity(), world.boundary(), world.session()),
            world.serviceControl().stream());
    Stream<List<JsonNode>> withPrincipal =
        Stream.concat(Stream.of(world.resource()), world.resourceControl().stream());
    return withoutPrincipal.anyMatch(policies -> matches(policies, "Deny", statement -> true))
        || withPrincipal.anyMatch(
            policies -> matches(policies, "Deny", NaiveStatement::principalConcerned));
  }

  private boolean organizationAllows() {
    return world.serviceControl().stream()
            .allMatch(level -> matches(level, "Allow", statement -> true))
        && world.resourceControl().stream()
            .allMatch(level -> matches(level, "Allow", NaiveStatement::principalConcerned));
  }

  private boolean limitsAllow() {
    return (world.boundary().isEmpty() || matches(world.boundary(), "Allow", statement -> true))
        && (world.session().isEmpty() || matches(world.session(), "Allow", statement -> true));
  }

  private boolean identityAllows() {
    return matches(world.identity(), "Allow", statement -> true);
  }

  private boolean resourceAllows() {
    return matches(world.resource(), "Allow", NaiveStatement::principalConcerned);
  }

  private boolean anybodyNamed() {
    return matches(world.resource(), "Allow", NaiveStatement::namesEverybodyOrService);
  }

  private boolean sessionNamed() {
    return matches(world.resource(), "Allow", NaiveStatement::namesSession);
  }

  private boolean roleNamed() {
    return matches(world.resource(), "Allow", NaiveStatement::namesRole);
  }

  private boolean accountNamed() {
    return matches(world.resource(), "Allow", NaiveStatement::namesAccount);
  }

  private boolean matches(
      List<JsonNode> policies, String effect, Function<NaiveStatement, Boolean> principal) {
    return policies.stream()
        .flatMap(policy -> NaiveStatement.of(policy, request))
        .filter(statement -> statement.effect().equals(effect))
        .filter(NaiveStatement::matchesButForPrincipal)
        .anyMatch(principal::apply);
  }
}
