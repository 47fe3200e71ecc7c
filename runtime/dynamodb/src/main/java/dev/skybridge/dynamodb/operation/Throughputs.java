package dev.skybridge.dynamodb.operation;

import dev.skybridge.dynamodb.model.ValidationException;
import dev.skybridge.dynamodb.table.Throughput;
import java.util.Optional;

/** Reads throughputs. */
final class Throughputs {
  private static final long NO_LIMIT = -1;

  private Throughputs() {}

  static Optional<Throughput> of(Request request) {
    return request
        .part("ProvisionedThroughput")
        .map(part ->
            new Throughput(units(part, "ReadCapacityUnits"), units(part, "WriteCapacityUnits")));
  }

  private static long units(Request part, String name) {
    long units = part.longNumber(name).orElse(0);
    if (units < 1) {
      throw new ValidationException(
          "1 validation error detected: Value '%d' at 'provisionedThroughput.%s' failed to satisfy constraint: Member must have value greater than or equal to 1"
              .formatted(units, Character.toLowerCase(name.charAt(0)) + name.substring(1)));
    }
    return units;
  }

  /** The most request units of a table without provisioned throughput. */
  static Optional<Throughput> onDemand(Request request) {
    return request
        .part("OnDemandThroughput")
        .map(part ->
            new Throughput(
                part.longNumber("MaxReadRequestUnits").orElse(NO_LIMIT),
                part.longNumber("MaxWriteRequestUnits").orElse(NO_LIMIT)));
  }
}
