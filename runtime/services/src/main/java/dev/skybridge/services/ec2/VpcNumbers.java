package dev.skybridge.services.ec2;

import dev.skybridge.policy.Scope;
import dev.skybridge.services.AwsException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which loopback network belongs to which VPC: the lowest free number, kept while it lives. */
final class VpcNumbers {
  private static final int MAXIMUM = 254;

  private record Key(Scope scope, String vpcId) {}

  private final Map<Key, Integer> numbers = new HashMap<>();

  void take(Scope scope, String vpcId) {
    Key key = new Key(scope, vpcId);
    if (numbers.containsKey(key)) {
      return;
    }
    int number = 1;
    while (numbers.containsValue(number)) {
      number++;
    }
    if (number > MAXIMUM) {
      throw new AwsException(
          "VpcLimitExceeded", 400, "The maximum number of VPCs has been reached.");
    }
    numbers.put(key, number);
  }

  void free(Scope scope, String vpcId) {
    numbers.remove(new Key(scope, vpcId));
  }

  Optional<Integer> of(Scope scope, String vpcId) {
    return Optional.ofNullable(numbers.get(new Key(scope, vpcId)));
  }
}
