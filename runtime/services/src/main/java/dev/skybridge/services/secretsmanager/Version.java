package dev.skybridge.services.secretsmanager;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A stored version of a secret.
 *
 * @param id its id, a UUID
 * @param stages its staging labels
 * @param created when it was put
 * @param binary whether the value is binary
 * @param sealed the value, encrypted
 */
// Read from a file and opened; never compared.
@SuppressWarnings("ArrayRecordComponent")
record Version(String id, List<String> stages, Instant created, boolean binary, byte[] sealed) {
  static final String CURRENT = "AWSCURRENT";
  static final String PREVIOUS = "AWSPREVIOUS";

  Version {
    stages = List.copyOf(stages);
  }

  boolean has(String stage) {
    return stages.contains(stage);
  }

  Version with(String stage) {
    return new Version(
        id,
        Stream.concat(stages.stream(), Stream.of(stage)).distinct().toList(),
        created,
        binary,
        sealed);
  }

  Version without(String stage) {
    return new Version(
        id, stages.stream().filter(each -> !each.equals(stage)).toList(), created, binary, sealed);
  }
}
