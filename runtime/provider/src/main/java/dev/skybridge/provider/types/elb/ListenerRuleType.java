package dev.skybridge.provider.types.elb;

import dev.skybridge.policy.Arn;
import dev.skybridge.provider.Check;
import dev.skybridge.provider.Context;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.elb.Elb;
import dev.skybridge.services.elb.ElbRecord.ListenerRule;
import dev.skybridge.services.elb.HostPattern;
import java.util.List;

/** {@code aws_lb_listener_rule} with one host-header condition. */
final class ListenerRuleType implements ResourceType {
  private static final Rules RULES = rulesOf();

  private final Elb elb;

  ListenerRuleType(Elb elb) {
    this.elb = elb;
  }

  private static Rules rulesOf() {
    Rules.Builder rules =
        Rules.builder()
            .honours(
                "listener_arn",
                "priority",
                "condition.host_header.**",
                "action.type",
                "action.order",
                "action.target_group_arn",
                "action.fixed_response.**")
            .forceNew("listener_arn")
            .check("priority", Check.between(1, 50_000))
            .check("action.fixed_response.message_body", Check.length(0, 1024))
            .tags();
    for (String block : Actions.REFUSED) {
      rules.refuses("action." + block, Actions.REASON);
    }
    for (String block :
        List.of(
            "http_header", "http_request_method", "path_pattern", "query_string", "source_ip")) {
      rules.refuses("condition." + block, "served are host_header conditions");
    }
    return rules.build();
  }

  @Override
  public String name() {
    return "aws_lb_listener_rule";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public ObjectValue create(Context context, ObjectValue planned) {
    Arn listener = Arn.parse(planned.text("listener_arn"));
    int priority = planned.optionalInteger("priority").orElseGet(() -> nextPriority(listener));
    elb.checks().rule(listener, priority);
    String path = listener.resource().substring("listener/".length());
    Arn arn =
        context
            .scope()
            .arn("elasticloadbalancing", "listener-rule/" + path + "/" + context.ids().hex(16));
    ObjectValue state =
        planned
            .with("id", arn.toString())
            .with("arn", arn.toString())
            .with("priority", priority)
            .withBlocks("action", Actions.settled(planned.blocks("action")));
    elb.checks().action(rule(state).action());
    return state;
  }

  @Override
  public ObjectValue update(Context context, ObjectValue prior, ObjectValue planned) {
    if (prior.integer("priority") != planned.integer("priority")) {
      elb.checks().rule(Arn.parse(planned.text("listener_arn")), planned.integer("priority"));
    }
    ObjectValue state = planned.withBlocks("action", Actions.settled(planned.blocks("action")));
    elb.checks().action(rule(state).action());
    return state;
  }

  @Override
  public void apply(Context context, ObjectValue state, PrivateData remembered) {
    elb.put(rule(state));
  }

  @Override
  public void remove(Context context, ObjectValue state) {
    elb.remove(state.text("arn"));
  }

  private int nextPriority(Arn listener) {
    return elb.all(ListenerRule.class).stream()
            .filter(rule -> rule.listener().equals(listener))
            .mapToInt(ListenerRule::priority)
            .max()
            .orElse(0)
        + 1;
  }

  private static ListenerRule rule(ObjectValue state) {
    List<ObjectValue> conditions = state.blocks("condition");
    if (conditions.size() != 1) {
      throw new AwsException(
          "ValidationError", 400, conditions.size() + " conditions (served here: one host_header)");
    }
    List<HostPattern> hosts =
        conditions.getFirst().block("host_header").stream()
            .flatMap(block -> block.texts("values").stream())
            .map(HostPattern::new)
            .toList();
    if (hosts.isEmpty()) {
      throw new AwsException(
          "ValidationError", 400, "Condition values must not be empty (served here: host_header)");
    }
    return new ListenerRule(
        Arn.parse(state.text("arn")),
        Arn.parse(state.text("listener_arn")),
        state.integer("priority"),
        hosts,
        Actions.action(state.blocks("action")));
  }
}
