package dev.skybridge.provider.types.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.provider.Context;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.services.iam.IamChecks;
import dev.skybridge.services.iam.ManagedPolicy;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The versions of a managed policy, which are no attribute: kept beside the state, the newest
 * first. As the real provider does, the oldest one goes when there would be more than five.
 */
final class PolicyVersions {
  private static final String KEY = "versions";
  private static final String CREATED = "policy created";
  private static final int MOST = 5;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final PrivateData remembered;
  private final ArrayNode versions;

  PolicyVersions(PrivateData remembered) {
    this(
        remembered,
        remembered.optionalText(KEY).map(PolicyVersions::read).orElseGet(MAPPER::createArrayNode));
  }

  private PolicyVersions(PrivateData remembered, ArrayNode versions) {
    this.remembered = remembered;
    this.versions = versions;
  }

  /** These, or, of a policy of which none are kept, this one alone. */
  PolicyVersions orOf(String document) {
    if (versions.isEmpty()) {
      versions.insertObject(0).put("id", "v1").put("document", document);
    }
    return this;
  }

  /** Keeps a new version. */
  void add(String document, Instant now, Context context) {
    String created = now.truncatedTo(ChronoUnit.SECONDS).toString();
    if (versions.isEmpty()) {
      context.remember(CREATED, created);
    }
    int last = versions.isEmpty() ? 0 : number(versions.get(0));
    ObjectNode version = versions.insertObject(0);
    version.put("id", "v" + (last + 1));
    version.put("created", created);
    version.put("document", document);
    while (versions.size() > MOST) {
      versions.remove(versions.size() - 1);
    }
    context.remember(KEY, versions.toString());
  }

  /** The policy of these versions. */
  ManagedPolicy of(
      String arn, String name, String id, Optional<String> description, Map<String, String> tags) {
    List<ManagedPolicy.Version> all = new ArrayList<>();
    for (JsonNode each : versions) {
      all.add(
          new ManagedPolicy.Version(
              each.path("id").asText(),
              IamChecks.managedPolicy(each.path("document").asText()),
              each.has("created")
                  ? Optional.of(Instant.parse(each.path("created").asText()))
                  : Optional.empty()));
    }
    return new ManagedPolicy(
        arn,
        name,
        id,
        description,
        remembered.optionalText(CREATED).map(Instant::parse),
        tags,
        all);
  }

  private static int number(JsonNode version) {
    return Integer.parseInt(version.path("id").asText().substring(1));
  }

  private static ArrayNode read(String text) {
    try {
      return (ArrayNode) MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the kept versions of a policy are damaged", e);
    }
  }
}
