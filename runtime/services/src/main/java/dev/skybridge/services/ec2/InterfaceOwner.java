package dev.skybridge.services.ec2;

/** For what a network interface is there. */
public enum InterfaceOwner {
  INSTANCE,
  LOAD_BALANCER,
  VPC_ENDPOINT,
  LAMBDA
}
