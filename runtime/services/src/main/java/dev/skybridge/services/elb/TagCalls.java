package dev.skybridge.services.elb;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.Arn;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.api.ApiAnswer;
import dev.skybridge.services.api.ApiCall;
import dev.skybridge.services.api.Input;
import dev.skybridge.services.api.Output;
import dev.skybridge.services.api.TagSource;
import java.util.ArrayList;
import java.util.List;

/** Describes the tags of load balancers, target groups, listeners and rules. */
final class TagCalls {
  private final Elb elb;
  private final TagSource tags;

  TagCalls(Elb elb, TagSource tags) {
    this.elb = requireNonNull(elb);
    this.tags = requireNonNull(tags);
  }

  ApiAnswer describe(ApiCall call) {
    Input input = Listed.authorized(call, "DescribeTags");
    List<String> arns = input.texts("ResourceArns");
    if (arns.isEmpty() || arns.size() > 20) {
      throw input.invalid("ResourceArns: " + arns.size() + " (expected: 1-20)");
    }
    List<Output.Structure> described = new ArrayList<>();
    for (String text : arns) {
      check(call, text);
      described.add(
          Output.Structure.builder()
              .put("ResourceArn", text)
              .tags("Tags", tags.of(call.scope().account(), text))
              .build());
    }
    return ApiAnswer.of(
        Output.Structure.builder().structures("TagDescriptions", described).build());
  }

  private void check(ApiCall call, String text) {
    if (!Arn.isArn(text)) {
      throw call.input().invalid("'" + text + "' is not a valid resource ARN");
    }
    Arn arn = Arn.parse(text);
    if (!Listed.isOwn(arn, call.scope()) || elb.find(ElbRecord.class, text).isEmpty()) {
      String kind = arn.resource().substring(0, Math.max(0, arn.resource().indexOf('/')));
      throw switch (kind) {
        case "targetgroup" -> notFound("TargetGroup", "target groups");
        case "listener" -> notFound("Listener", "listeners");
        case "listener-rule" -> notFound("Rule", "rules");
        default -> notFound("LoadBalancer", "load balancers");
      };
    }
  }

  private static AwsException notFound(String kind, String words) {
    return new AwsException(kind + "NotFound", 400, "One or more " + words + " not found");
  }
}
