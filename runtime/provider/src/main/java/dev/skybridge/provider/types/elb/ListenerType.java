package dev.skybridge.provider.types.elb;

import dev.skybridge.policy.Arn;
import dev.skybridge.provider.Check;
import dev.skybridge.provider.Context;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.Value;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.elb.Elb;
import dev.skybridge.services.elb.ElbRecord;
import dev.skybridge.services.elb.ElbRecord.Listener;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** {@code aws_lb_listener} for HTTPS. */
final class ListenerType implements ResourceType {
  private static final Rules RULES = rulesOf();

  private final Elb elb;
  private final Predicate<Arn> certificates;

  ListenerType(Elb elb, Predicate<Arn> certificates) {
    this.elb = elb;
    this.certificates = certificates;
  }

  private static Rules rulesOf() {
    Rules.Builder rules =
        Rules.builder()
            .honours(
                "load_balancer_arn",
                "port",
                "protocol",
                "ssl_policy",
                "certificate_arn",
                "default_action.type",
                "default_action.order",
                "default_action.target_group_arn",
                "default_action.fixed_response.**",
                "timeouts.**")
            .honoursOnly("routing_http_response_server_enabled", Value.of(true))
            .honoursOnly("mutual_authentication.mode", Value.of("off"))
            .forceNew("load_balancer_arn")
            .computedBlocks("mutual_authentication")
            .oneOf("protocol", "HTTPS")
            .check("port", Check.between(1, 65535))
            .check("default_action.fixed_response.message_body", Check.length(0, 1024))
            .oneOf(
                "default_action.fixed_response.content_type",
                "text/plain",
                "text/css",
                "text/html",
                "application/javascript",
                "application/json")
            .oneOf("mutual_authentication.mode", "off", "passthrough", "verify")
            .tags();
    for (String block : Actions.REFUSED) {
      rules.refuses("default_action." + block, Actions.REASON);
    }
    return rules.build();
  }

  @Override
  public String name() {
    return "aws_lb_listener";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public ObjectValue create(Context context, ObjectValue planned) {
    Arn balancer = Arn.parse(planned.text("load_balancer_arn"));
    elb.checks().listener(balancer, port(planned));
    String path = balancer.resource().substring("loadbalancer/".length());
    Arn arn =
        context
            .scope()
            .arn("elasticloadbalancing", "listener/" + path + "/" + context.ids().hex(16));
    ObjectValue state = settled(planned.with("id", arn.toString()).with("arn", arn.toString()));
    check(state);
    return state;
  }

  @Override
  public ObjectValue update(Context context, ObjectValue prior, ObjectValue planned) {
    if (port(prior) != port(planned)) {
      elb.checks().listener(Arn.parse(planned.text("load_balancer_arn")), port(planned));
    }
    ObjectValue state = settled(planned);
    check(state);
    return state;
  }

  @Override
  public void apply(Context context, ObjectValue state, PrivateData remembered) {
    elb.put(listener(state));
  }

  @Override
  public void remove(Context context, ObjectValue state) {
    String arn = state.text("arn");
    elb.remove(arn);
    elb.all(ElbRecord.ListenerRule.class).stream()
        .filter(rule -> rule.listener().toString().equals(arn))
        .forEach(rule -> elb.remove(rule.id()));
  }

  private void check(ObjectValue state) {
    Listener listener = listener(state);
    if (!certificates.test(listener.certificate())) {
      throw new AwsException(
          "CertificateNotFound", 400, "Certificate '" + listener.certificate() + "' not found");
    }
    elb.checks().action(listener.defaultAction());
  }

  private Listener listener(ObjectValue state) {
    if (!state.optionalText("protocol").equals(Optional.of("HTTPS"))) {
      throw new AwsException("UnsupportedProtocol", 400, "Served are HTTPS listeners");
    }
    return new Listener(
        Arn.parse(state.text("arn")),
        Arn.parse(state.text("load_balancer_arn")),
        port(state),
        elb.checks().sslPolicy(state.text("ssl_policy")),
        Arn.parse(
            state
                .nonEmptyText("certificate_arn")
                .orElseThrow(() ->
                    new AwsException(
                        "ValidationError",
                        400,
                        "A certificate must be specified for HTTPS listeners"))),
        Actions.action(state.blocks("default_action")));
  }

  private static int port(ObjectValue state) {
    return state
        .optionalInteger("port")
        .orElseThrow(() -> new AwsException("ValidationError", 400, "A port must be specified"));
  }

  private static ObjectValue settled(ObjectValue planned) {
    ObjectValue state =
        planned.withBlocks("default_action", Actions.settled(planned.blocks("default_action")));
    for (String name : state.attributes().keySet()) {
      if (name.startsWith("routing_http_") && state.get(name).isUnknown()) {
        state =
            state.with(
                name,
                name.equals("routing_http_response_server_enabled")
                    ? Value.of(true)
                    : Value.of(""));
      }
    }
    if (state.get("tcp_idle_timeout_seconds").isUnknown()) {
      state = state.with("tcp_idle_timeout_seconds", Value.ofNull());
    }
    if (state.get("mutual_authentication").isUnknown()) {
      state =
          state.withBlocks(
              "mutual_authentication",
              List.of(
                  new ObjectValue(
                      Map.of(
                          "mode", Value.of("off"),
                          "advertise_trust_store_ca_names", Value.of(""),
                          "ignore_client_certificate_expiry", Value.of(false),
                          "trust_store_arn", Value.of("")))));
    }
    return state.orElse("protocol", "HTTPS").orElse("ssl_policy", "ELBSecurityPolicy-2016-08");
  }
}
