package dev.skybridge.services.ec2;

import dev.skybridge.services.api.ApiOperation;
import dev.skybridge.services.api.Output;
import dev.skybridge.services.api.TagSource;
import dev.skybridge.services.api.describe.Describe;
import dev.skybridge.services.api.describe.Ids;
import dev.skybridge.services.api.describe.TagSet;
import dev.skybridge.services.ec2.Ec2Record.InternetGateway;
import java.util.List;
import java.util.Map;

/** Describes internet gateways. */
final class DescribeInternetGateways {
  private static final Ids IDS =
      new Ids(
          "InternetGatewayId",
          "igw",
          "internetGateway ID",
          "InvalidInternetGatewayID.NotFound",
          "InvalidInternetGatewayId.Malformed");

  /** AWS says so of an attachment that stands. */
  private static final String ATTACHED = "available";

  private DescribeInternetGateways() {}

  static ApiOperation operation(Ec2 ec2, TagSource tags) {
    return Describe.of("DescribeInternetGateways", "internetGatewaySet", InternetGateway::id)
        .ids(IDS)
        .tags(tags)
        .filter("internet-gateway-id", InternetGateway::id)
        .filter("owner-id", gateway -> gateway.scope().account().value())
        .filters("attachment.vpc-id", gateway -> gateway.vpcId().stream().toList())
        .filters(
            "attachment.state", gateway -> gateway.vpcId().stream().map(_ -> ATTACHED).toList())
        .over(scope -> ec2.all(InternetGateway.class, scope), DescribeInternetGateways::write);
  }

  private static Output write(InternetGateway gateway, Map<String, String> tags) {
    List<Output.Structure> attachments =
        gateway.vpcId().stream()
            .map(vpcId ->
                Output.Structure.builder().put("vpcId", vpcId).put("state", ATTACHED).build())
            .toList();
    return Output.Structure.builder()
        .put("internetGatewayId", gateway.id())
        .put("ownerId", gateway.scope().account().value())
        .structures("attachmentSet", attachments)
        .put("tagSet", TagSet.of(tags))
        .build();
  }
}
