package dev.skybridge.services.route53;

import dev.skybridge.policy.Scope;
import java.util.Optional;

/** Where VPCs are; the service ec2 knows it. */
@FunctionalInterface
public interface Vpcs {
  /** The account and Region of a VPC. */
  Optional<Scope> find(String vpcId);
}
