package dev.skybridge.provider.types.route53;

import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.provider.Context;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.ec2.Ec2;
import dev.skybridge.services.ec2.Ec2Record;

/** The VPCs that zones name. */
record ZoneVpcs(Ec2 ec2) {
  /** The Region that is asked for, or the provider's. */
  String region(Context context, ObjectValue planned) {
    return planned.nonEmptyText("vpc_region").orElse(context.region().name());
  }

  /** Refuses a VPC that the caller's account does not have in this Region. */
  void check(Context context, String vpcId, String region) {
    Scope scope = new Scope(context.account(), new Region(region));
    if (ec2.find(Ec2Record.Vpc.class, scope, vpcId).isEmpty()) {
      throw new AwsException(
          "InvalidVPCId", 400, "The VPC: " + vpcId + " you provided is not found");
    }
  }
}
