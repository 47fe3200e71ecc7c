package dev.skybridge.services.lambda;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.policy.Arn;
import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Dialect;
import dev.skybridge.policy.MalformedPolicyException;
import dev.skybridge.policy.Policy;
import dev.skybridge.services.AwsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The resource policies of functions, made of permissions in the order in which they came. */
final class ResourcePolicies {
  /**
   * What is kept of one function; the policy is parsed when a permission comes, not per request.
   */
  private record Entry(List<Permission> permissions, AttachedPolicy policy) {}

  private final Map<Arn, Entry> entries = new ConcurrentHashMap<>();

  void check(Permission permission) {
    Entry entry = entries.get(permission.function());
    if (entry != null
        && entry.permissions().stream()
            .anyMatch(other -> other.statementId().equals(permission.statementId()))) {
      throw new AwsException(
          "ResourceConflictException",
          409,
          "The statement id ("
              + permission.statementId()
              + ") provided already exists. Please provide a new statement id, or remove the"
              + " existing statement.");
    }
    List<Permission> all = without(entry, permission.statementId());
    all.add(permission);
    entry(permission.function(), all);
  }

  void put(Permission permission) {
    entries.compute(
        permission.function(),
        (arn, old) -> {
          List<Permission> all = without(old, permission.statementId());
          all.add(permission);
          return entry(arn, all);
        });
  }

  void remove(Arn function, String statementId) {
    entries.computeIfPresent(
        function,
        (arn, old) -> {
          List<Permission> all = without(old, statementId);
          return all.isEmpty() ? null : entry(arn, all);
        });
  }

  void remove(Arn function) {
    entries.remove(function);
  }

  Optional<AttachedPolicy> find(Arn function) {
    return Optional.ofNullable(entries.get(function)).map(Entry::policy);
  }

  private static List<Permission> without(@Nullable Entry entry, String statementId) {
    List<Permission> all = new ArrayList<>(entry == null ? List.of() : entry.permissions());
    all.removeIf(permission -> permission.statementId().equals(statementId));
    return all;
  }

  private static Entry entry(Arn function, List<Permission> permissions) {
    ObjectNode document = Json.object().put("Version", "2012-10-17").put("Id", "default");
    ArrayNode statements = document.putArray("Statement");
    permissions.forEach(permission -> statements.add(permission.statement()));
    String text = document.toString();
    try {
      Policy policy = Policy.parse(text, Dialect.FUNCTION);
      return new Entry(
          List.copyOf(permissions), new AttachedPolicy(function.toString(), "default", policy));
    } catch (MalformedPolicyException e) {
      throw switch (e.fault()) {
        case MALFORMED ->
            new AwsException("InvalidParameterValueException", 400, String.valueOf(e.getMessage()));
        case TOO_LARGE ->
            new AwsException(
                "PolicyLengthExceededException",
                400,
                "The final policy size (%d) is bigger than the limit (%d)."
                    .formatted(text.length(), Dialect.FUNCTION.size().limit()));
      };
    }
  }
}
