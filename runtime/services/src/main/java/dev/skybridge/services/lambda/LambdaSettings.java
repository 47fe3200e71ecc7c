package dev.skybridge.services.lambda;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What Lambda needs of the machine.
 *
 * @param java the {@code java} of a JDK 25
 * @param runtimeClient the folder of AWS's runtime interface client and its libraries
 * @param data where packages lie as they came, and the files of execution environments
 * @param cache where packages are unpacked and AOT caches lie: may outlive the data, may be shared
 *     with other runtimes, may be lost
 * @param environmentsPerFunction how many processes one function may have on this machine, 1 or
 *     more; a request above it waits
 * @param idleLimit how long an idle execution environment is kept
 */
public record LambdaSettings(
    Path java,
    Path runtimeClient,
    Path data,
    Path cache,
    int environmentsPerFunction,
    Duration idleLimit) {
  public LambdaSettings {
    requireNonNull(java);
    requireNonNull(runtimeClient);
    requireNonNull(data);
    requireNonNull(cache);
    if (environmentsPerFunction < 1) {
      throw new IllegalArgumentException(
          "environmentsPerFunction: " + environmentsPerFunction + " (expected: 1 or more)");
    }
    requireNonNull(idleLimit);
  }

  Path packages() {
    return data.resolve("packages");
  }

  Path environments() {
    return data.resolve("environments");
  }
}
