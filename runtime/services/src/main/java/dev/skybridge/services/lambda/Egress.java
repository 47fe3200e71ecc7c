package dev.skybridge.services.lambda;

import dev.skybridge.gate.Trace;
import java.util.Optional;

/**
 * What Lambda needs of the network: whether a function's network interface reaches DynamoDB. Each
 * gate that is asked (security group, route) is noted in the trace.
 */
@FunctionalInterface
public interface Egress {
  /**
   * The way from a function to DynamoDB.
   *
   * @param vpcEndpoint the gateway endpoint that the subnet's route leads to; empty for a function
   *     without a VPC
   * @param vpc the VPC that the request leaves; empty without one
   * @param sourceAddress the address that it comes from
   */
  record Way(Optional<String> vpcEndpoint, Optional<String> vpc, String sourceAddress) {}

  /** The way, or nothing when the packets are dropped: the trace says where. */
  Optional<Way> toDynamoDb(Function function, Trace trace);
}
