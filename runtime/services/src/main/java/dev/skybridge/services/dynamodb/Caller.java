package dev.skybridge.services.dynamodb;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.Region;
import java.util.Optional;

/**
 * What the way tells of a request, beside its signature.
 *
 * @param region the Region whose DynamoDB it reached
 * @param vpcEndpoint the gateway endpoint that it came through
 * @param vpc the VPC that it came from
 * @param sourceAddress the address that it came from, IPv4
 * @param function the ARN of the Lambda function whose session it uses
 */
public record Caller(
    Region region,
    Optional<String> vpcEndpoint,
    Optional<String> vpc,
    String sourceAddress,
    Optional<String> function) {
  public Caller {
    requireNonNull(region);
    requireNonNull(vpcEndpoint);
    requireNonNull(vpc);
    requireNonNull(sourceAddress);
    requireNonNull(function);
  }
}
