package dev.skybridge.policy;

import java.util.List;
import java.util.Optional;

/**
 * What a statement of a resource control policy must be like, beyond what others must.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html">RCP
 *     syntax</a>
 */
final class ControlRules {
  private ControlRules() {}

  /** Refuses what is neither a Deny for everybody nor the one Allow that AWS itself attaches. */
  static void check(
      Fields fields,
      Statement.Effect effect,
      Optional<Principals> principals,
      Json.Member action,
      Optional<Json.Member> resource) {
    if (principals.filter(each -> each.everyone() && !each.negated()).isEmpty()) {
      throw refused("Principal must be \"*\"", fields.position());
    }
    if (action.name().equals("NotAction")) {
      throw refused("NotAction is not supported; write Action", action.position());
    }
    boolean everything = texts(action).contains("*");
    boolean allowsAll = everything && resource.filter(ControlRules::everywhere).isPresent();
    if (effect == Statement.Effect.ALLOW && !allowsAll) {
      throw refused("Effect must be Deny", fields.require("Effect").position());
    }
    if (effect == Statement.Effect.DENY && everything) {
      throw refused(
          "Action \"*\" is not supported; name a service, e.g. \"sts:*\"", action.position());
    }
  }

  private static boolean everywhere(Json.Member resource) {
    return resource.name().equals("Resource") && texts(resource).equals(List.of("*"));
  }

  private static List<String> texts(Json.Member member) {
    return Fields.texts(member.value(), member.name()).stream().map(Json.Text::value).toList();
  }

  private static MalformedPolicyException refused(String detail, Position position) {
    return new MalformedPolicyException("In a resource control policy " + detail, position);
  }
}
