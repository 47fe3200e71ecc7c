package dev.skybridge.provider.types.elb;

import dev.skybridge.policy.Arn;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.services.ec2.Ec2;
import dev.skybridge.services.elb.Elb;
import java.util.List;
import java.util.function.Predicate;

/** All types of Elastic Load Balancing. */
public final class ElbTypes {
  private ElbTypes() {}

  /**
   * The resource types.
   *
   * @param ec2 has the subnets and gives addresses to load balancers
   * @param certificates whether a certificate with this ARN exists
   */
  public static List<ResourceType> resources(Elb elb, Ec2 ec2, Predicate<Arn> certificates) {
    return List.of(
        new LoadBalancerType(elb, ec2),
        new ListenerType(elb, certificates),
        new ListenerRuleType(elb),
        new TargetGroupType(elb, ec2),
        new TargetGroupAttachmentType(elb));
  }
}
