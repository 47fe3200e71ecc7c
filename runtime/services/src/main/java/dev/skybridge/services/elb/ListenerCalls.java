package dev.skybridge.services.elb;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.Arn;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.api.ApiAnswer;
import dev.skybridge.services.api.ApiCall;
import dev.skybridge.services.api.Input;
import dev.skybridge.services.api.Output;
import dev.skybridge.services.elb.ElbRecord.Listener;
import dev.skybridge.services.elb.ElbRecord.ListenerRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The operations that describe listeners, their certificates and their rules. */
final class ListenerCalls {
  private static final String NOT_FOUND = "One or more listeners not found";

  /** A rule, or the default action of a listener, which AWS calls the default rule. */
  private sealed interface Line {
    record Ruled(ListenerRule rule) implements Line {}

    record Default(Listener listener) implements Line {}

    /** Rules come in the order in which they are asked, the default one last. */
    default String order() {
      return switch (this) {
        case Ruled(ListenerRule rule) -> "%05d %s".formatted(rule.priority(), rule.id());
        case Default(Listener listener) -> "default " + listener.id();
      };
    }
  }

  private final Elb elb;

  ListenerCalls(Elb elb) {
    this.elb = requireNonNull(elb);
  }

  ApiAnswer describe(ApiCall call) {
    Input input = Listed.authorized(call, "DescribeListeners");
    List<String> arns = input.texts("ListenerArns");
    Optional<String> balancer = input.find("LoadBalancerArn");
    if (arns.isEmpty() == balancer.isEmpty()) {
      throw input.invalid("You must specify either listener ARNs or a load balancer ARN");
    }
    arns.forEach(text -> Listed.arn(input, text, "listener/"));
    balancer.ifPresent(text -> LoadBalancerCalls.find(elb, call, text));
    List<Listener> own =
        elb.all(Listener.class).stream()
            .filter(listener -> Listed.isOwn(listener.arn(), call.scope()))
            .toList();
    Listed.check(arns, own.stream().map(Listener::id).toList(), "ListenerNotFound", NOT_FOUND);
    return Listed.page(
        call,
        "Listeners",
        own.stream()
            .filter(listener -> arns.isEmpty() || arns.contains(listener.id()))
            .filter(listener ->
                balancer.isEmpty() || listener.loadBalancer().toString().equals(balancer.get()))
            .toList(),
        Listener::id,
        ListenerCalls::write);
  }

  ApiAnswer certificates(ApiCall call) {
    Input input = Listed.authorized(call, "DescribeListenerCertificates");
    Listener listener = listener(call, input.text("ListenerArn"));
    return Listed.page(
        call,
        "Certificates",
        List.of(listener.certificate()),
        Arn::toString,
        arn ->
            Output.Structure.builder()
                .put("CertificateArn", arn.toString())
                .put("IsDefault", true)
                .build());
  }

  ApiAnswer rules(ApiCall call) {
    Input input = Listed.authorized(call, "DescribeRules");
    List<String> arns = input.texts("RuleArns");
    Optional<String> asked = input.find("ListenerArn");
    if (arns.isEmpty() == asked.isEmpty()) {
      throw input.invalid("You must specify either listener rule ARNs or a listener ARN");
    }
    arns.forEach(text -> Listed.arn(input, text, "listener-rule/"));
    List<ListenerRule> own =
        elb.all(ListenerRule.class).stream()
            .filter(rule -> Listed.isOwn(rule.arn(), call.scope()))
            .toList();
    Listed.check(
        arns,
        own.stream().map(ListenerRule::id).toList(),
        "RuleNotFound",
        "One or more rules not found");
    List<Line> lines = new ArrayList<>();
    own.stream()
        .filter(rule ->
            arns.contains(rule.id()) || asked.equals(Optional.of(rule.listener().toString())))
        .forEach(rule -> lines.add(new Line.Ruled(rule)));
    asked.ifPresent(text -> lines.add(new Line.Default(listener(call, text))));
    return Listed.page(call, "Rules", lines, Line::order, ListenerCalls::write);
  }

  private static Output.Structure write(Listener listener) {
    return Output.Structure.builder()
        .put("ListenerArn", listener.id())
        .put("LoadBalancerArn", listener.loadBalancer().toString())
        .put("Port", listener.port())
        .put("Protocol", "HTTPS")
        .structures(
            "Certificates",
            List.of(
                Output.Structure.builder()
                    .put("CertificateArn", listener.certificate().toString())
                    .build()))
        .put("SslPolicy", listener.policy().name())
        .structures("DefaultActions", List.of(write(listener.defaultAction())))
        .put("MutualAuthentication", Output.Structure.builder().put("Mode", "off"))
        .build();
  }

  private static Output.Structure write(Line line) {
    return switch (line) {
      case Line.Ruled(ListenerRule rule) -> {
        List<String> hosts = rule.hosts().stream().map(HostPattern::toString).toList();
        yield Output.Structure.builder()
            .put("RuleArn", rule.id())
            .put("Priority", Integer.toString(rule.priority()))
            .structures(
                "Conditions",
                List.of(
                    Output.Structure.builder()
                        .put("Field", "host-header")
                        .texts("Values", hosts)
                        .put("HostHeaderConfig", Output.Structure.builder().texts("Values", hosts))
                        .build()))
            .structures("Actions", List.of(write(rule.action())))
            .put("IsDefault", false)
            .build();
      }
      case Line.Default(Listener listener) ->
          Output.Structure.builder()
              .put("Priority", "default")
              .structures("Conditions", List.of())
              .structures("Actions", List.of(write(listener.defaultAction())))
              .put("IsDefault", true)
              .build();
    };
  }

  private static Output.Structure write(ElbRecord.Action action) {
    return switch (action) {
      case ElbRecord.Action.Forward(Arn group) -> {
        Output.Structure weighted =
            Output.Structure.builder()
                .put("TargetGroupArn", group.toString())
                .put("Weight", 1)
                .build();
        yield Output.Structure.builder()
            .put("Type", "forward")
            .put("TargetGroupArn", group.toString())
            .put("Order", 1)
            .put(
                "ForwardConfig",
                Output.Structure.builder()
                    .structures("TargetGroups", List.of(weighted))
                    .put(
                        "TargetGroupStickinessConfig",
                        Output.Structure.builder().put("Enabled", false)))
            .build();
      }
      case ElbRecord.Action.FixedResponse(int status, String type, String body) ->
          Output.Structure.builder()
              .put("Type", "fixed-response")
              .put("Order", 1)
              .put(
                  "FixedResponseConfig",
                  Output.Structure.builder()
                      .put("MessageBody", body)
                      .put("StatusCode", Integer.toString(status))
                      .put("ContentType", type))
              .build();
    };
  }

  private Listener listener(ApiCall call, String text) {
    Arn arn = Listed.arn(call.input(), text, "listener/");
    return elb.find(Listener.class, arn.toString())
        .filter(listener -> Listed.isOwn(listener.arn(), call.scope()))
        .orElseThrow(() -> new AwsException("ListenerNotFound", 400, NOT_FOUND));
  }
}
