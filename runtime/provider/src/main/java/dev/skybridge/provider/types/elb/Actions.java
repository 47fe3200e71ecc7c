package dev.skybridge.provider.types.elb;

import dev.skybridge.policy.Arn;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.Value;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.elb.ElbRecord.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the action of a listener or rule. */
final class Actions {
  /** The blocks of actions that are not served. */
  static final List<String> REFUSED =
      List.of("forward", "redirect", "authenticate_cognito", "authenticate_oidc");

  static final String REASON = "served are forward with target_group_arn, and fixed_response";

  private Actions() {}

  static Action action(List<ObjectValue> blocks) {
    if (blocks.size() != 1) {
      throw new AwsException(
          "InvalidLoadBalancerAction", 400, blocks.size() + " actions (served here: one)");
    }
    ObjectValue block = blocks.getFirst();
    String type = block.text("type");
    return switch (type) {
      case "forward" ->
          new Action.Forward(
              Arn.parse(
                  block
                      .nonEmptyText("target_group_arn")
                      .orElseThrow(() ->
                          new AwsException(
                              "ValidationError", 400, "A target group ARN must be specified"))));
      case "fixed-response" -> fixed(block.block("fixed_response"));
      default ->
          throw new AwsException(
              "InvalidLoadBalancerAction", 400, "Actions of type " + type + " are not served");
    };
  }

  /** The actions with what AWS fills in: their order, and the status of a fixed response. */
  static List<ObjectValue> settled(List<ObjectValue> blocks) {
    List<ObjectValue> settled = new ArrayList<>();
    for (ObjectValue block : blocks) {
      ObjectValue one =
          block.get("order").isUnknown() ? block.with("order", settled.size() + 1L) : block;
      Optional<ObjectValue> fixed = one.block("fixed_response");
      if (fixed.isPresent() && fixed.get().get("status_code").isUnknown()) {
        one = one.withBlocks("fixed_response", List.of(fixed.get().with("status_code", "200")));
      }
      settled.add(one);
    }
    return settled;
  }

  private static Action fixed(Optional<ObjectValue> block) {
    if (block.isEmpty()) {
      throw new AwsException(
          "InvalidLoadBalancerAction", 400, "A fixed-response action needs fixed_response");
    }
    Value body = block.get().get("message_body");
    return new Action.FixedResponse(
        Integer.parseInt(block.get().optionalText("status_code").orElse("200")),
        block.get().text("content_type"),
        body instanceof Value.Text(String text) ? text : "");
  }
}
