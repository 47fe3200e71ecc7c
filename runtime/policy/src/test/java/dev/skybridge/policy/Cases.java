package dev.skybridge.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the case files beside these tests. */
final class Cases {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Cases() {}

  static Stream<JsonNode> read(String file) {
    try (InputStream in = Objects.requireNonNull(Cases.class.getResourceAsStream(file), file)) {
      return StreamSupport.stream(MAPPER.readTree(in).spliterator(), false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static AttachedPolicy policy(JsonNode node) {
    return new AttachedPolicy(
        node.path("owner").asText(),
        node.path("name").asText(""),
        Policy.parse(node.path("policy").toString()));
  }

  static List<AttachedPolicy> identity(JsonNode test) {
    return policies(test.path("identity"));
  }

  static PrincipalPolicies principalPolicies(JsonNode test) {
    return new PrincipalPolicies(
        identity(test),
        test.has("boundary") ? Optional.of(policy(test.path("boundary"))) : Optional.empty(),
        policies(test.path("session")),
        levels(test.path("serviceControl")));
  }

  static ResourcePolicies resourcePolicies(JsonNode test) {
    return new ResourcePolicies(resource(test), levels(test.path("resourceControl")));
  }

  private static List<List<AttachedPolicy>> levels(JsonNode nodes) {
    List<List<AttachedPolicy>> levels = new ArrayList<>();
    nodes.forEach(level -> levels.add(policies(level)));
    return levels;
  }

  private static List<AttachedPolicy> policies(JsonNode nodes) {
    List<AttachedPolicy> policies = new ArrayList<>();
    nodes.forEach(node -> policies.add(policy(node)));
    return policies;
  }

  static Optional<AttachedPolicy> resource(JsonNode test) {
    return test.has("resourcePolicy")
        ? Optional.of(policy(test.path("resourcePolicy")))
        : Optional.empty();
  }

  static AccessRequest request(JsonNode node) {
    return new AccessRequest(
        principal(node.path("principal")),
        node.path("action").asText(),
        node.path("resource").asText(),
        new AccountId(node.path("account").asText()),
        context(node.path("context")));
  }

  static Context context(JsonNode node) {
    Context.Builder context = Context.builder();
    node.properties()
        .forEach(entry -> {
          List<String> values = new ArrayList<>();
          entry.getValue().forEach(value -> values.add(value.asText()));
          context.put(entry.getKey(), values);
        });
    return context.build();
  }

  private static Principal principal(JsonNode node) {
    if (node.has("service")) {
      return new Principal.Service(node.path("service").asText());
    }
    if (node.has("federated")) {
      return new Principal.Federated(node.path("federated").asText());
    }
    if (node.has("session")) {
      String arn = node.path("session").asText();
      AccountId account = new AccountId(Arn.parse(arn).account());
      return Principal.Identity.session(arn, node.path("role").asText(), account);
    }
    if (node.has("user")) {
      String arn = node.path("user").asText();
      return Principal.Identity.user(arn, new AccountId(Arn.parse(arn).account()));
    }
    return new Principal.Anonymous();
  }
}
