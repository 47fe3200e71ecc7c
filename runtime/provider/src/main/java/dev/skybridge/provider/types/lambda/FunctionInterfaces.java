package dev.skybridge.provider.types.lambda;

import dev.skybridge.network.Ipv4;
import dev.skybridge.network.NetworkInterface;
import dev.skybridge.policy.Scope;
import dev.skybridge.provider.Context;
import dev.skybridge.provider.Ids;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.ec2.Ec2;
import dev.skybridge.services.ec2.Ec2Record;
import dev.skybridge.services.ec2.InterfaceOwner;
import java.util.List;
import java.util.Optional;

/** The network interfaces of functions: one per function and subnet. */
final class FunctionInterfaces {
  private static final String ADDRESS = "address of ";
  private static final String VPC = "vpc";

  private final Ec2 ec2;
  private final RoleRights rights;

  FunctionInterfaces(Ec2 ec2, RoleRights rights) {
    this.ec2 = ec2;
    this.rights = rights;
  }

  /** Checks what AWS checks of a function's place, and decides its VPC and addresses. */
  ObjectValue placed(Context context, ObjectValue state) {
    Optional<ObjectValue> block = state.block("vpc_config");
    List<String> subnets = block.map(config -> config.texts("subnet_ids")).orElse(List.of());
    if (block.isEmpty()) {
      return state;
    }
    if (subnets.isEmpty()) {
      return state.withBlocks("vpc_config", List.of(block.get().with("vpc_id", "")));
    }
    String vpc = vpc(context.scope(), block.get(), subnets);
    String role = state.text("role");
    if (!rights.allows(context.scope(), role, "ec2:CreateNetworkInterface")) {
      throw invalid(
          "The provided execution role does not have permissions to call CreateNetworkInterface on"
              + " EC2");
    }
    for (String subnet : subnets) {
      boolean kept =
          context.remembered().optionalText(ADDRESS + subnet).isPresent()
              && ec2.find(
                      Ec2Record.NetworkInterface.class,
                      context.scope(),
                      interfaceId(state.text("arn"), subnet))
                  .isPresent();
      if (!kept) {
        context.remember(ADDRESS + subnet, ec2.reserve(context.scope(), subnet).toString());
      }
    }
    context.remember(VPC, vpc);
    return state.withBlocks("vpc_config", List.of(block.get().with("vpc_id", vpc)));
  }

  /** Puts the interfaces, and removes those of subnets that the function has left. */
  void apply(Context context, ObjectValue state, PrivateData remembered) {
    Optional<ObjectValue> block = state.block("vpc_config");
    List<String> subnets = block.map(config -> config.texts("subnet_ids")).orElse(List.of());
    String arn = state.text("arn");
    withdraw(context.scope(), arn, subnets);
    for (String subnet : subnets) {
      NetworkInterface card =
          new NetworkInterface(
                  interfaceId(arn, subnet),
                  remembered.text(VPC),
                  subnet,
                  Ipv4.parse(remembered.text(ADDRESS + subnet)),
                  block.orElseThrow().texts("security_group_ids"),
                  "AWS Lambda VPC ENI-" + state.text("function_name"))
              .tracked();
      ec2.put(new Ec2Record.NetworkInterface(context.scope(), card, InterfaceOwner.LAMBDA, arn));
    }
  }

  /** Removes the interfaces of a function but those in {@code kept} subnets. */
  void withdraw(Scope scope, String arn, List<String> kept) {
    ec2.all(Ec2Record.NetworkInterface.class, scope).stream()
        .filter(owned -> owned.ownerId().equals(arn) && !kept.contains(owned.card().subnetId()))
        .forEach(owned -> ec2.remove(scope, owned.id()));
  }

  private String vpc(Scope scope, ObjectValue config, List<String> subnets) {
    try {
      String vpc = ec2.checks().subnet(scope, subnets.getFirst()).vpcId();
      for (String subnet : subnets) {
        if (!ec2.checks().subnet(scope, subnet).vpcId().equals(vpc)) {
          throw invalid("Security Groups and Subnets must be in the same VPC.");
        }
      }
      ec2.checks().groups(scope, vpc, config.texts("security_group_ids"));
      return vpc;
    } catch (AwsException e) {
      if (e.code().equals("InvalidParameterValueException")) {
        throw e;
      }
      String call = e.code().contains("Subnet") ? "DescribeSubnets" : "DescribeSecurityGroups";
      throw invalid(
          "Error occurred while %s. EC2 Error Code: %s. EC2 Error Message: %s"
              .formatted(call, e.code(), e.operatorMessage()));
    }
  }

  private static String interfaceId(String arn, String subnet) {
    return new Ids(arn + " " + subnet).ec2("eni");
  }

  private static AwsException invalid(String message) {
    return new AwsException("InvalidParameterValueException", 400, message);
  }
}
