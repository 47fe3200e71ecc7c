package dev.skybridge.provider.types.organizations;

import dev.skybridge.policy.Policy;
import dev.skybridge.policy.Statement;
import dev.skybridge.provider.Check;
import dev.skybridge.provider.Context;
import dev.skybridge.provider.Diagnostics;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.Value;
import dev.skybridge.services.organizations.ControlPolicy;
import dev.skybridge.services.organizations.ControlType;
import dev.skybridge.services.organizations.OrganizationChecks;
import dev.skybridge.services.organizations.Organizations;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** {@code aws_organizations_policy}: a service or resource control policy. */
final class ControlPolicyType implements ResourceType {
  private static final Rules RULES =
      Rules.builder()
          .honours("content", "description", "name", "type")
          .honoursOnly("skip_destroy", Value.of(false))
          .defaults("type", ControlType.SERVICE_CONTROL_POLICY.name())
          .forceNew("type")
          .json("content")
          .check("name", Check.length(1, 128))
          .check("description", Check.length(0, 512))
          .tags()
          .build();

  private final Organizations organizations;

  ControlPolicyType(Organizations organizations) {
    this.organizations = organizations;
  }

  @Override
  public String name() {
    return "aws_organizations_policy";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public void validate(ObjectValue configuration, Diagnostics diagnostics) {
    configuration
        .nonEmptyText("type")
        .filter(type -> ControlType.find(type).isEmpty())
        .ifPresent(type ->
            diagnostics.error(
                "type",
                "Type of organization policy not served",
                "Policies of type " + type + " are not served, only " + ControlType.names() + "."));
  }

  @Override
  public ObjectValue create(Context context, ObjectValue planned) {
    organizations.checks().isManagement(context.account());
    ControlType type = type(planned);
    checkContent(context, type, planned);
    organizations.checks().nameFree(type, planned.text("name"), "");
    String id = "p-" + context.ids().lower(8);
    String path =
        "policy/"
            + organizations.organization().id()
            + "/"
            + type.name().toLowerCase(Locale.ROOT)
            + "/"
            + id;
    return planned
        .with("id", id)
        .with("arn", context.scope().globalArn("organizations", path).toString());
  }

  @Override
  public ObjectValue update(Context context, ObjectValue prior, ObjectValue planned) {
    organizations.checks().isManagement(context.account());
    checkContent(context, type(planned), planned);
    organizations.checks().nameFree(type(planned), planned.text("name"), planned.text("id"));
    return planned;
  }

  /** A resource control policy is silent about resources of other services than those it is for. */
  private static void checkContent(Context context, ControlType type, ObjectValue planned) {
    Policy policy = OrganizationChecks.policy(type, planned.text("content"));
    if (type != ControlType.RESOURCE_CONTROL_POLICY) {
      return;
    }
    Set<String> silent = new TreeSet<>();
    for (Statement statement : policy.statements()) {
      statement.actions().patterns().stream()
          .map(action -> action.split(":", 2)[0].toLowerCase(Locale.ROOT))
          .filter(service -> !service.equals("*"))
          .forEach(silent::add);
    }
    silent.removeAll(Organizations.RESOURCE_CONTROLLED);
    if (!silent.isEmpty()) {
      context.warn(
          "content",
          "Part of the policy has no effect",
          "Resource control policies count here for "
              + new TreeSet<>(Organizations.RESOURCE_CONTROLLED)
              + ", not for "
              + silent
              + ".");
    }
  }

  @Override
  public void apply(Context context, ObjectValue state, PrivateData remembered) {
    organizations.put(
        new ControlPolicy(
            state.text("id"),
            state.text("arn"),
            state.text("name"),
            type(state),
            OrganizationChecks.policy(type(state), state.text("content"))));
  }

  private static ControlType type(ObjectValue state) {
    return ControlType.find(state.text("type")).orElseThrow();
  }

  @Override
  public void remove(Context context, ObjectValue state) {
    organizations.checks().unattached(state.text("id"));
    organizations.removePolicy(state.text("id"));
  }
}
