package dev.skybridge.services.apigateway.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.skybridge.services.Rounds;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever document comes, the import answers with an API or with what is wrong, and soon. */
class DocumentFuzzTest {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int FEW = 400;
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final List<String> TEXTS =
      List.of(
          "",
          "#/components/schemas/newOrder",
          "#/components/schemas/order",
          "#/",
          "#/paths",
          "$ref",
          "/{a}/{a}",
          "/{proxy+}",
          "../../../etc/passwd",
          "arn:aws:apigateway:::",
          "aws_proxy",
          "AWS_IAM",
          "application/json",
          "[",
          "(a+)+$",
          "\u0000",
          "${x}");
  private static final List<String> SCRAPS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ":",
          "- ",
          "&a ",
          "*a",
          "!!java.lang.Object ",
          "\"",
          "'",
          "\n  ",
          "\t",
          "|",
          ">",
          "? ",
          "<<: ",
          "---\n",
          "%YAML 9.9\n",
          "\u0000",
          "é");

  static String document() throws IOException {
    try (InputStream orders =
        requireNonNull(DocumentFuzzTest.class.getResourceAsStream("/apigateway/orders.yaml"))) {
      return new String(orders.readAllBytes(), UTF_8);
    }
  }

  @Test
  void documentsWithOtherNodesAreImportedOrRefused() throws IOException {
    int refused = 0;
    int rounds = 0;
    for (int seed : Rounds.of(FEW)) {
      Random random = new Random(seed);
      JsonNode document = YAML.readTree(document());
      for (int i = random.nextInt(3); i >= 0; i--) {
        alter(document, random);
      }
      refused += refuses("seed " + seed, document.toString()) ? 1 : 0;
      rounds++;
    }
    assertThat(refused).isBetween(rounds / 10, rounds - 1);
  }

  @Test
  void alteredTextIsImportedOrRefused() throws IOException {
    for (int seed : Rounds.of(FEW)) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder(document());
      for (int i = random.nextInt(4); i >= 0; i--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(4)) {
          case 0 -> text.deleteCharAt(at);
          case 1 -> text.insert(at, SCRAPS.get(random.nextInt(SCRAPS.size())));
          case 2 -> text.setCharAt(at, (char) random.nextInt(256));
          default -> text.delete(at, Math.min(text.length(), at + random.nextInt(80)));
        }
      }
      refuses("seed " + seed, text.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":", "[", "{\"openapi\": [", "- ", "a: [", "{a: "})
  void deepNestingIsRefused(String open) {
    String text = open.repeat(100_000);
    assertThatThrownBy(() -> ApiDocument.parse(text)).isInstanceOf(InvalidDocumentException.class);
  }

  @Test
  void aliasesThatMultiplyAreNoMemory() {
    StringBuilder bomb = new StringBuilder("openapi: 3.0.1\ninfo: {title: t}\na0: &a0 [x, x]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    assertThat(refuses("document", bomb.toString())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{newOrder: {$ref: '#/components/schemas/newOrder'}}",
        "{newOrder: {properties: {a: {$ref: 'http://127.0.0.1:9/schema.json'}}}}",
        "{newOrder: {properties: {a: {$ref: 'file:///etc/passwd'}}}}",
        "{newOrder: {$ref: '#/components/schemas/b'}, b: {$ref: '#/components/schemas/newOrder'}}",
        "{newOrder: {allOf: [{$ref: '#/components/schemas/newOrder'}]}}",
        "{newOrder: {$ref: [fullName]}}",
        "{newOrder: {properties: {a: {$ref: {}}}}}",
        "{newOrder: {anyOf: [{type: string}, {not: {$ref: '#/components/schemas/newOrder'}}]}}"
      })
  void modelsDefinedByThemselvesOrElsewhereAreRefused(String schemas) {
    assertThat(refuses("document", document(schemas))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{newOrder: {type: object, properties: {a: {$ref: '#/components/schemas/newOrder'}}}}",
        "{newOrder: {properties: {$ref: {type: string}}}}",
        "{newOrder: {enum: [{$ref: 1}], default: {$ref: 2}}}"
      })
  void modelsThatHoldTheirLikeOrTheWordJudgeBodies(String schemas) {
    assertThat(refuses("document", document(schemas))).isFalse();
  }

  /** A document of one method whose body a model judges. */
  static String small() {
    return document("{newOrder: {type: object, required: [fullName]}}");
  }

  private static String document(String schemas) {
    return "openapi: 3.0.1\ninfo: {title: t}\npaths: {/a: {post: {requestBody: {content:"
        + " {application/json: {schema: {$ref: '#/components/schemas/newOrder'}}}}}}}\n"
        + "components: {schemas: "
        + schemas
        + "}\n";
  }

  /** Whether it is refused; what is imported judges a body. */
  static boolean refuses(String input, String text) {
    long start = System.nanoTime();
    try {
      ApiDocument document = ApiDocument.parse(text);
      assertThat(ApiDocument.parse(document.text()).resources())
          .hasSameSizeAs(document.resources());
      for (Resource resource : document.resources()) {
        for (Method method : resource.methods().values()) {
          method.models().values().forEach(DocumentFuzzTest::judge);
        }
      }
      return false;
    } catch (InvalidDocumentException e) {
      assertThat(e.problems()).as(input).isNotEmpty();
      return true;
    } finally {
      assertThat(Duration.ofNanos(System.nanoTime() - start)).as(input).isLessThan(SOON);
    }
  }

  private static void judge(Model model) {
    model.violations("{\"fullName\": \"Max\", \"a\": {\"a\": {}}}".getBytes(UTF_8));
    model.violations(nested(199));
    assertThat(model.violations(nested(900))).isNotEmpty();
    assertThat(model.violations("[".repeat(100_000).getBytes(UTF_8))).isNotEmpty();
  }

  private static byte[] nested(int levels) {
    return ("{\"a\":".repeat(levels) + "{}" + "}".repeat(levels)).getBytes(UTF_8);
  }

  private static void alter(JsonNode document, Random random) {
    List<JsonNode> inner = new ArrayList<>();
    collect(document, inner);
    JsonNode place = inner.get(random.nextInt(inner.size()));
    JsonNode value = value(inner, random);
    if (place instanceof ObjectNode object && !object.isEmpty()) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name = names.get(random.nextInt(names.size()));
      switch (random.nextInt(3)) {
        case 0 -> object.remove(name);
        case 1 -> object.set(TEXTS.get(random.nextInt(TEXTS.size())), value);
        default -> object.set(name, value);
      }
    } else if (place instanceof ArrayNode array) {
      array.add(value);
    }
  }

  private static JsonNode value(List<JsonNode> inner, Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.numberNode(random.nextLong());
      case 2 -> NODES.booleanNode(random.nextBoolean());
      case 3 -> NODES.objectNode();
      case 4 -> NODES.arrayNode().add("x");
      case 5 -> inner.get(random.nextInt(inner.size())).deepCopy();
      case 6 -> NODES.objectNode().put("$ref", TEXTS.get(random.nextInt(TEXTS.size())));
      default -> NODES.textNode(TEXTS.get(random.nextInt(TEXTS.size())));
    };
  }

  private static void collect(JsonNode node, List<JsonNode> all) {
    if (node.isContainerNode()) {
      all.add(node);
      node.forEach(child -> collect(child, all));
    }
  }
}
