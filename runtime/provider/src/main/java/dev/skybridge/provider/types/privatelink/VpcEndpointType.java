package dev.skybridge.provider.types.privatelink;

import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Dialect;
import dev.skybridge.policy.MalformedPolicyException;
import dev.skybridge.policy.Policy;
import dev.skybridge.provider.Context;
import dev.skybridge.provider.Diagnostics;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.Value;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.ec2.Ec2;
import dev.skybridge.services.privatelink.PrivateLink;
import java.util.Optional;
import java.util.Set;

/** {@code aws_vpc_endpoint}: interface endpoints of execute-api, gateway endpoints of DynamoDB. */
final class VpcEndpointType implements ResourceType {
  private static final String INTERFACE = "Interface";
  private static final String GATEWAY = "Gateway";

  private static final Rules RULES =
      Rules.builder()
          .honours(
              "vpc_id",
              "service_name",
              "vpc_endpoint_type",
              "policy",
              "security_group_ids",
              "subnet_ids",
              "subnet_configuration.subnet_id",
              "subnet_configuration.ipv4",
              "route_table_ids",
              "auto_accept",
              "private_dns_enabled",
              "timeouts.**")
          .honoursOnly("ip_address_type", Value.of("ipv4"))
          .honoursOnly("dns_options.dns_record_ip_type", Value.of("ipv4"))
          .defaults("vpc_endpoint_type", GATEWAY)
          .defaults("subnet_configuration.ipv6", "")
          .forceNew(
              "vpc_id",
              "service_name",
              "vpc_endpoint_type",
              "service_region",
              "resource_configuration_arn",
              "service_network_arn")
          .json("policy")
          .computedBlocks("subnet_configuration", "dns_options")
          .conflicts("service_name", "resource_configuration_arn", "service_network_arn")
          .oneOf(
              "vpc_endpoint_type",
              INTERFACE,
              GATEWAY,
              "GatewayLoadBalancer",
              "Resource",
              "ServiceNetwork")
          .oneOf("ip_address_type", "ipv4", "dualstack", "ipv6")
          .refuses("resource_configuration_arn", "resource endpoints are not served")
          .refuses("service_network_arn", "service network endpoints are not served")
          .tags()
          .build();

  private final EndpointInterfaces interfaces;
  private final EndpointRoutes routes;

  VpcEndpointType(PrivateLink privateLink, Ec2 ec2) {
    this.interfaces = new EndpointInterfaces(privateLink, ec2);
    this.routes = new EndpointRoutes(privateLink, ec2);
  }

  @Override
  public String name() {
    return "aws_vpc_endpoint";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public void validate(ObjectValue configuration, Diagnostics diagnostics) {
    Optional<String> service = configuration.optionalText("service_name");
    boolean typed = !configuration.get("vpc_endpoint_type").isUnknown();
    if (service.isEmpty() || !typed) {
      return;
    }
    String type = configuration.optionalText("vpc_endpoint_type").orElse(GATEWAY);
    String last = service.get().substring(service.get().lastIndexOf('.') + 1);
    boolean served =
        switch (type) {
          case INTERFACE -> last.equals("execute-api");
          case GATEWAY -> Set.of("dynamodb", "s3").contains(last);
          default -> false;
        };
    if (!served) {
      diagnostics.error(
          "service_name",
          "VPC endpoint not served",
          "Served are interface endpoints of execute-api and gateway endpoints of dynamodb and s3,"
              + " not one of type "
              + type
              + " of "
              + service.get()
              + ".");
    }
    if (type.equals(GATEWAY) && configuration.flag("private_dns_enabled")) {
      diagnostics.error(
          "private_dns_enabled",
          "Private DNS of gateway endpoints is not served",
          "A gateway endpoint is a route; leave private_dns_enabled out.");
    }
  }

  @Override
  public ObjectValue create(Context context, ObjectValue planned) {
    String id = context.ids().ec2("vpce");
    checkPolicy(planned);
    ObjectValue known =
        planned
            .with("id", id)
            .with("arn", context.scope().arn("ec2", "vpc-endpoint/" + id).toString())
            .with("owner_id", context.account().value())
            .with("requester_managed", false)
            .with("state", "available")
            .orElse("private_dns_enabled", Value.of(false))
            .orElse("service_region", Value.ofNull());
    return gateway(planned) ? routes.create(context, known) : interfaces.create(context, known);
  }

  @Override
  public ObjectValue update(Context context, ObjectValue prior, ObjectValue planned) {
    checkPolicy(planned);
    return gateway(planned)
        ? routes.update(context, planned)
        : interfaces.update(context, prior, planned);
  }

  @Override
  public void apply(Context context, ObjectValue state, PrivateData remembered) {
    Optional<AttachedPolicy> policy =
        state
            .nonEmptyText("policy")
            .map(json ->
                new AttachedPolicy(state.text("id"), "", Policy.parse(json, Dialect.VPC_ENDPOINT)));
    if (gateway(state)) {
      routes.apply(context.scope(), state, policy);
    } else {
      interfaces.apply(context.scope(), state, policy);
    }
  }

  @Override
  public void remove(Context context, ObjectValue state) {
    if (gateway(state)) {
      routes.remove(context.scope(), state);
    } else {
      interfaces.remove(context.scope(), state);
    }
  }

  private static boolean gateway(ObjectValue state) {
    return state.text("vpc_endpoint_type").equals(GATEWAY);
  }

  private static void checkPolicy(ObjectValue planned) {
    planned
        .nonEmptyText("policy")
        .ifPresent(json -> {
          try {
            Policy.parse(json, Dialect.VPC_ENDPOINT);
          } catch (MalformedPolicyException e) {
            throw new AwsException(
                "InvalidParameter", 400, "Policy document is invalid: " + e.getMessage());
          }
        });
  }
}
