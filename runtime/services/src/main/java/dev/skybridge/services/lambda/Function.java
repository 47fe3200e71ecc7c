package dev.skybridge.services.lambda;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.Arn;
import dev.skybridge.policy.Scope;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A Lambda function.
 *
 * @param scope its account and Region
 * @param name its name, 1-64 characters
 * @param description what people say about it; empty for none
 * @param role the ARN of its execution role
 * @param runtime the identifier of its runtime, e.g. {@code java21}
 * @param handler {@code package.Class} or {@code package.Class::method}
 * @param memory its memory in MB, 128-10240
 * @param timeout how long an invocation may take, in seconds, 1-900
 * @param codeSha256 the SHA-256 of its package, base64 as AWS writes it; a key of {@link
 *     PackageStore}
 * @param variables its own environment variables
 * @param subnets the ids of the subnets of its network interfaces; empty without a VPC
 * @param securityGroups the ids of the groups of its network interfaces
 * @param logGroup where its log goes, e.g. {@code /aws/lambda/NAME}
 * @param reservedConcurrency how many of it may run at a time, 0 or more; -1 for no reservation
 */
public record Function(
    Scope scope,
    String name,
    String description,
    String role,
    String runtime,
    String handler,
    int memory,
    int timeout,
    String codeSha256,
    SortedMap<String, String> variables,
    List<String> subnets,
    List<String> securityGroups,
    String logGroup,
    int reservedConcurrency) {

  public Function {
    requireNonNull(scope);
    requireNonNull(name);
    requireNonNull(description);
    requireNonNull(role);
    requireNonNull(runtime);
    requireNonNull(handler);
    between("memory", memory, 128, 10240);
    between("timeout", timeout, 1, 900);
    requireNonNull(codeSha256);
    variables = Collections.unmodifiableSortedMap(new TreeMap<>(variables));
    subnets = List.copyOf(subnets);
    securityGroups = List.copyOf(securityGroups);
    requireNonNull(logGroup);
    between("reservedConcurrency", reservedConcurrency, -1, Integer.MAX_VALUE);
  }

  /** Its ARN, without a version. */
  public Arn arn() {
    return scope.arn("lambda", "function:" + name);
  }

  private static void between(String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          what + ": " + value + " (expected: " + least + "-" + most + ")");
    }
  }
}
