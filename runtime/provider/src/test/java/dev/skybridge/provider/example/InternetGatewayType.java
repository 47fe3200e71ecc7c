package dev.skybridge.provider.example;

import dev.skybridge.provider.Context;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.services.AwsException;

/** {@code aws_internet_gateway}: the template for a resource type. */
final class InternetGatewayType implements ResourceType {
  private static final Rules RULES = Rules.builder().honours("vpc_id").tags().build();

  private final Gateways gateways;

  InternetGatewayType(Gateways gateways) {
    this.gateways = gateways;
  }

  @Override
  public String name() {
    return "aws_internet_gateway";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public ObjectValue create(Context context, ObjectValue planned) {
    checkVpc(planned);
    var id = context.ids().ec2("igw");
    var arn = context.scope().arn("ec2", "internet-gateway/" + id);
    return planned
        .with("id", id)
        .with("arn", arn.toString())
        .with("owner_id", context.account().value())
        .orElse("vpc_id", "");
  }

  @Override
  public ObjectValue update(Context context, ObjectValue prior, ObjectValue planned) {
    checkVpc(planned);
    return planned;
  }

  @Override
  public void apply(Context context, ObjectValue state, PrivateData remembered) {
    gateways.put(
        new Gateways.Gateway(context.scope(), state.text("id"), state.nonEmptyText("vpc_id")));
  }

  @Override
  public void remove(Context context, ObjectValue state) {
    gateways.remove(context.scope(), state.text("id"));
  }

  private static void checkVpc(ObjectValue planned) {
    planned
        .nonEmptyText("vpc_id")
        .filter(vpc -> !vpc.startsWith("vpc-"))
        .ifPresent(vpc -> {
          throw new AwsException(
              "InvalidVpcID.NotFound", 400, "The vpc ID '%s' does not exist".formatted(vpc));
        });
  }
}
