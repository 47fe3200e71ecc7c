package dev.skybridge.services.ec2;

import dev.skybridge.services.api.ApiOperation;
import dev.skybridge.services.api.Output;
import dev.skybridge.services.api.TagSource;
import dev.skybridge.services.api.describe.Describe;
import dev.skybridge.services.api.describe.Ids;
import dev.skybridge.services.api.describe.TagSet;
import dev.skybridge.services.ec2.Ec2Record.Vpc;
import java.util.List;
import java.util.Map;

/** Describes VPCs. */
final class DescribeVpcs {
  static final Ids IDS =
      new Ids("VpcId", "vpc", "vpc ID", "InvalidVpcID.NotFound", "InvalidVpcID.Malformed");

  private DescribeVpcs() {}

  static ApiOperation operation(Ec2 ec2, TagSource tags) {
    return Describe.of("DescribeVpcs", "vpcSet", Vpc::id)
        .ids(IDS)
        .tags(tags)
        .filter("vpc-id", Vpc::id)
        .filter("cidr", vpc -> vpc.cidr().toString())
        .filter("cidr-block-association.cidr-block", vpc -> vpc.cidr().toString())
        .filter("cidr-block-association.state", _ -> "associated")
        .filter("is-default", _ -> "false")
        .filter("owner-id", vpc -> vpc.scope().account().value())
        .filter("state", _ -> "available")
        .over(scope -> ec2.all(Vpc.class, scope), DescribeVpcs::write);
  }

  private static Output write(Vpc vpc, Map<String, String> tags) {
    Output.Builder written =
        Output.Structure.builder()
            .put("vpcId", vpc.id())
            .put("ownerId", vpc.scope().account().value())
            .put("state", "available")
            .put("cidrBlock", vpc.cidr().toString())
            .structures("cidrBlockAssociationSet", List.of(association(vpc)))
            .put("instanceTenancy", "default")
            .put("isDefault", false);
    if (!tags.isEmpty()) {
      written.put("tagSet", TagSet.of(tags));
    }
    return written.build();
  }

  private static Output.Structure association(Vpc vpc) {
    return Output.Structure.builder()
        .put("cidrBlock", vpc.cidr().toString())
        .put("cidrBlockState", Output.Structure.builder().put("state", "associated"))
        .build();
  }
}
