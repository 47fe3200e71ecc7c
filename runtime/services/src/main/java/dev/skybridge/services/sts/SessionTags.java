package dev.skybridge.services.sts;

import dev.skybridge.policy.Context;
import dev.skybridge.services.AwsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The tags of a session.
 *
 * @param tags key and value of each; keys are compared without regard to case
 * @param transitive the keys of those that go on to sessions which this one opens
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html">Pass session
 *     tags in AWS STS</a>
 */
public record SessionTags(Map<String, String> tags, Set<String> transitive) {
  /** No tags. */
  public static final SessionTags NONE = new SessionTags(Map.of(), Set.of());

  private static final int MAXIMUM = 50;

  public SessionTags {
    TreeMap<String, String> ordered = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    ordered.putAll(tags);
    tags = java.util.Collections.unmodifiableMap(ordered);
    TreeSet<String> keys = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    keys.addAll(transitive);
    transitive = java.util.Collections.unmodifiableSet(keys);
  }

  void check() {
    if (tags.size() > MAXIMUM) {
      throw new AwsException(
          "ValidationError",
          400,
          "1 validation error detected: Value at 'tags' failed to satisfy constraint: Member must"
              + " have length less than or equal to 50");
    }
    tags.forEach((key, value) -> {
      if (key.isEmpty() || key.length() > 128 || value.length() > 256) {
        throw new AwsException(
            "ValidationError",
            400,
            "tags: " + key + " (expected: keys of 1-128 characters, values of 0-256)");
      }
    });
    for (String key : transitive) {
      if (!tags.containsKey(key)) {
        throw new AwsException(
            "InvalidParameterValue",
            400,
            "Transitive tag key " + key + " is not among the session tags");
      }
    }
  }

  /** What a session that this one's caller opens has: the transitive tags, then its own. */
  SessionTags inherit(SessionTags caller) {
    for (String key : tags.keySet()) {
      if (caller.transitive().contains(key)) {
        throw new AwsException(
            "InvalidParameterValue",
            400,
            "One of the specified transitive tag keys can't be set because it conflicts with a"
                + " transitive tag key from the calling session.");
      }
    }
    TreeMap<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    caller.transitive().forEach(key -> all.put(key, caller.tags().getOrDefault(key, "")));
    all.putAll(tags);
    TreeSet<String> keys = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    keys.addAll(caller.transitive());
    keys.addAll(transitive);
    return new SessionTags(all, keys);
  }

  /** The keys that the request for them has: {@code aws:RequestTag/...}, {@code aws:TagKeys}. */
  void addRequestFacts(Context.Builder facts) {
    if (tags.isEmpty()) {
      return;
    }
    tags.forEach((key, value) -> facts.put("aws:RequestTag/" + key, value));
    facts.put("aws:TagKeys", List.copyOf(tags.keySet()));
    if (!transitive.isEmpty()) {
      facts.put("sts:TransitiveTagKeys", new ArrayList<>(transitive));
    }
  }
}
