package dev.skybridge.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A checkout with many microservices: each is the food microservice of the committed snapshot, in
 * an account of its own, under a name of the same length.
 */
final class ManyMicroservices {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NAME = "food";
  private static final String ACCOUNT = "777788889999";

  /** Ids and random names that no two resources may share: their last three characters change. */
  private static final Pattern UNIQUE =
      Pattern.compile(
          "\\b((?:vpc|subnet|rtb|rtbassoc|sg|sgr|acl|eni|vpce|dopt)-[0-9a-f]{14})[0-9a-f]{3}\\b");

  private final Path home;
  private final Path checkout;
  private final String shared;

  private ManyMicroservices(Path home, Path checkout, String shared) {
    this.home = home;
    this.checkout = checkout;
    this.shared = shared;
  }

  /**
   * Makes the checkout.
   *
   * @param count how many microservices beside food, 0 to 200
   */
  static Path checkout(Path home, Path folder, int count) throws IOException {
    Path infrastructure = home.resolve("infrastructure");
    String consumer = Files.readString(infrastructure.resolve("snapshot/consumer.json"));
    ManyMicroservices many = new ManyMicroservices(home, folder, consumer);
    many.link(home, folder, "infrastructure");
    Path own = Files.createDirectory(folder.resolve("infrastructure"));
    many.link(infrastructure, own, "microservices", "snapshot");
    Path microservices = Files.createDirectory(own.resolve("microservices"));
    many.link(infrastructure.resolve("microservices"), microservices, "accounts");
    Files.createDirectory(microservices.resolve("accounts"));
    Files.createDirectory(own.resolve("snapshot"));
    many.write(count);
    return folder;
  }

  private void link(Path from, Path to, String... without) throws IOException {
    try (var files = Files.list(from)) {
      for (Path file : files.toList()) {
        String name = String.valueOf(file.getFileName());
        if (!List.of(without).contains(name) && !name.startsWith(".git")) {
          Files.createSymbolicLink(to.resolve(name), file.toAbsolutePath());
        }
      }
    }
  }

  private void write(int count) throws IOException {
    String food = read("snapshot/food.json");
    String variables = read("microservices/accounts/food.tfvars");
    ObjectNode consumer = (ObjectNode) JSON.readTree(shared);
    Files.writeString(at("snapshot/food.json"), food);
    Files.writeString(at("microservices/accounts/food.tfvars"), variables);
    for (int number = 0; number < count; number++) {
      String name = name(number);
      JsonNode state = JSON.readTree(renamed(food, number));
      for (JsonNode resource : state.path("resources")) {
        remembered(resource, number);
      }
      Files.writeString(at("snapshot/" + name + ".json"), JSON.writeValueAsString(state));
      Files.writeString(
          at("microservices/accounts/" + name + ".tfvars"), renamed(variables, number));
    }
    for (JsonNode resource : consumer.path("resources")) {
      admit(resource, count);
    }
    Files.writeString(at("snapshot/consumer.json"), JSON.writeValueAsString(consumer));
  }

  private String read(String path) throws IOException {
    return Files.readString(home.resolve("infrastructure").resolve(path));
  }

  private Path at(String path) {
    return checkout.resolve("infrastructure").resolve(path);
  }

  static String name(int number) {
    return String.format(Locale.ROOT, "m%03d", number);
  }

  static String account(int number) {
    return String.format(Locale.ROOT, "777788880%03d", number);
  }

  /** The same with another name, account and ids; the consumer's own ids stay. */
  private String renamed(String text, int number) {
    String ids = UNIQUE.matcher(text).replaceAll(found -> unique(found, number));
    String api = apiId();
    return ids.replace(api, api.substring(0, 7) + String.format(Locale.ROOT, "%03d", number))
        .replace(ACCOUNT, account(number))
        .replace(NAME, name(number));
  }

  private String unique(MatchResult found, int number) {
    return shared.contains(found.group())
        ? found.group()
        : found.group(1) + String.format(Locale.ROOT, "%03x", number);
  }

  private String apiId() {
    try {
      for (JsonNode resource : JSON.readTree(read("snapshot/food.json")).path("resources")) {
        if (resource.path("type").asText().equals("aws_api_gateway_rest_api")) {
          return resource.path("instances").path(0).path("attributes").path("id").asText();
        }
      }
      throw new IllegalStateException("the food snapshot has no API");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void remembered(JsonNode resource, int number) {
    for (JsonNode instance : resource.path("instances")) {
      String kept = instance.path("private").asText();
      if (!kept.isEmpty()) {
        String text = new String(Base64.getDecoder().decode(kept), UTF_8);
        byte[] bytes = renamed(text, number).getBytes(UTF_8);
        ((ObjectNode) instance).put("private", Base64.getEncoder().encodeToString(bytes));
      }
    }
  }

  /** Rules and records of each, and each account in the policies that name food's. */
  private void admit(JsonNode resource, int count) throws IOException {
    ArrayNode instances = (ArrayNode) resource.path("instances");
    for (JsonNode instance : List.copyOf(list(instances))) {
      if (instance.path("index_key").asText().equals(NAME)) {
        for (int number = 0; number < count; number++) {
          instances.add(admitted(instance, number));
        }
      } else {
        JsonNode policy = instance.path("attributes").path("policy");
        if (policy.asText().contains(ACCOUNT)) {
          ((ObjectNode) instance.path("attributes")).put("policy", widened(policy.asText(), count));
        }
      }
    }
  }

  private ObjectNode admitted(JsonNode instance, int number) throws IOException {
    String text = renamed(JSON.writeValueAsString(instance), number);
    ObjectNode copy = (ObjectNode) JSON.readTree(text);
    ObjectNode attributes = (ObjectNode) copy.path("attributes");
    if (attributes.has("priority")) {
      String arn = attributes.path("arn").asText();
      String other =
          arn.substring(0, arn.length() - 3) + String.format(Locale.ROOT, "%03x", number);
      attributes.put("priority", 1000 + number).put("arn", other).put("id", other);
    }
    return copy;
  }

  private static String widened(String policy, int count) throws IOException {
    JsonNode document = JSON.readTree(policy);
    for (JsonNode statement : document.path("Statement")) {
      widen((ObjectNode) statement, count);
    }
    return JSON.writeValueAsString(document);
  }

  private static void widen(ObjectNode node, int count) {
    for (String field : fields(node)) {
      JsonNode value = node.path(field);
      if (value instanceof ObjectNode inner) {
        widen(inner, count);
      } else if (value.toString().contains(ACCOUNT)) {
        ArrayNode all = JSON.createArrayNode();
        for (JsonNode one : value.isArray() ? list(value) : List.of(value)) {
          all.add(one);
          if (one.asText().contains(ACCOUNT)) {
            for (int number = 0; number < count; number++) {
              all.add(one.asText().replace(ACCOUNT, account(number)));
            }
          }
        }
        node.set(field, all);
      }
    }
  }

  private static List<String> fields(ObjectNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<JsonNode> list(JsonNode array) {
    List<JsonNode> all = new ArrayList<>();
    array.forEach(all::add);
    return all;
  }
}
