package dev.skybridge.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.provider.InventoryEntry;
import dev.skybridge.provider.cty.ValueJson;
import dev.skybridge.provider.schema.Block;
import dev.skybridge.services.AwsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever has a path for its name makes no file where that path leads. */
class PathNamesTest {
  /** What a file is called that a name gets out to. */
  private static final String OUTSIDE = "outside-5e0c";

  private static final TestingRuntime RUNTIME = TestingRuntime.fromSnapshot();

  private Set<Path> before = Set.of();

  static List<String> names() {
    return List.of(
        "../" + OUTSIDE,
        "../../../" + OUTSIDE,
        "..%2f..%2f" + OUTSIDE,
        RUNTIME.data().root().resolveSibling(OUTSIDE).toString(),
        "a/../../" + OUTSIDE,
        "..",
        ".",
        OUTSIDE + "\u0000");
  }

  @BeforeAll
  static void makeWhatARequestNeeds() throws IOException {
    assertThat(RUNTIME.client().send(Orders.tea()).status()).isEqualTo(201);
  }

  @AfterAll
  static void close() {
    RUNTIME.close();
  }

  @BeforeEach
  void look() throws IOException {
    before = files();
  }

  @AfterEach
  void nothingIsOutside() throws IOException {
    assertThat(files()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("names")
  void commandsRefuseThem(String name) {
    Path state = RUNTIME.data().root().resolveSibling("state").resolve(OUTSIDE);
    for (List<String> command :
        List.of(
            List.of("terraform", name, "plan"),
            List.of("what-if", "/dev/null/" + name),
            List.of("logs", name),
            List.of("logs", name, "--follow"),
            List.of("data", name),
            List.of("data", "food", name),
            List.of("data", name, name, "--export", state.toString()),
            List.of("data", "food", name, "--export", state.toString()),
            List.of("data", "food", name, "--import", state.toString()),
            List.of("trace", name),
            List.of("explain", name),
            List.of("aws", "--account", name, "sts", "get-caller-identity"),
            List.of("env", "--account", name),
            List.of("curl", "--as", name, Orders.FOOD),
            List.of("check", "--from", name, "--to", Orders.FOOD),
            List.of("check", "--from", "client", "--to", name))) {
      String[] arguments = command.subList(1, command.size()).toArray(String[]::new);
      CommandRun run = CommandRun.of(RUNTIME, command.getFirst(), arguments);
      assertThat(run.status()).as(command + ": " + run.output()).isBetween(1, 3);
      assertThat(run.output()).as(command.toString()).contains(": ").doesNotContain("Exception");
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void theApiKeepsOrRefusesThem(String name) throws Exception {
    ApiCaller.Session food = new ApiCaller(RUNTIME).as("person food");
    List<Integer> answers = new ArrayList<>();
    for (String call :
        List.of(
            "secretsmanager CreateSecret Name",
            "secretsmanager GetSecretValue SecretId",
            "secretsmanager DeleteSecret SecretId",
            "dynamodb DescribeTable TableName",
            "kms DescribeKey KeyId",
            "kms Encrypt KeyId",
            "logs CreateLogGroup logGroupName",
            "logs CreateLogStream logStreamName",
            "logs PutLogEvents logStreamName",
            "logs GetLogEvents logStreamName",
            "logs DeleteLogStream logStreamName",
            "logs DeleteLogGroup logGroupName")) {
      String[] words = call.split(" ", 3);
      ObjectNode does =
          JsonNodeFactory.instance.objectNode().put("api", words[0]).put("operation", words[1]);
      ObjectNode body = does.putObject("body").put("logGroupName", "/aws/lambda/food-post-order");
      body.put("SecretString", OUTSIDE).put("Plaintext", "dGVh").put(words[2], name);
      body.putArray("logEvents").addObject().put("message", OUTSIDE).put("timestamp", 1);
      Answer answer = food.call(does, Signed.Fault.NONE);
      assertThat(answer.status()).as(call + ": " + answer.body()).isIn(200, 400, 404);
      answers.add(answer.status());
    }
    assertThat(answers).as("tables and keys have no such name").contains(400);
  }

  @Test
  void secretsWithTheLongestNamesAreKeptApart() throws Exception {
    ApiCaller.Session food = new ApiCaller(RUNTIME).as("person food");
    String common = "a/".repeat(255);
    for (String end : List.of("xy", "xz")) {
      assertThat(secret(food, "CreateSecret", "Name", common + end).status()).isEqualTo(200);
    }
    for (String end : List.of("xy", "xz")) {
      Answer read = secret(food, "GetSecretValue", "SecretId", common + end);
      assertThat(read.json().path("SecretString").asText()).isEqualTo("value of " + common + end);
    }
  }

  private static Answer secret(
      ApiCaller.Session who, String operation, String argument, String name) throws Exception {
    ObjectNode does =
        JsonNodeFactory.instance
            .objectNode()
            .put("api", "secretsmanager")
            .put("operation", operation);
    does.putObject("body").put(argument, name).put("SecretString", "value of " + name);
    return who.call(does, Signed.Fault.NONE);
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyArgumentOfEveryTypeKeepsOrRefusesThem(String name) {
    AppliedInstances instances = new AppliedInstances(RUNTIME);
    List<String> unclear = new ArrayList<>();
    int refused = 0;
    int applied = 0;
    for (InventoryEntry entry : oneOfEachType()) {
      ObjectNode arguments = arguments(entry);
      for (Map.Entry<String, JsonNode> argument : List.copyOf(arguments.properties())) {
        if (!argument.getValue().isTextual()) {
          continue;
        }
        JsonNode changed = arguments.deepCopy().put(argument.getKey(), name);
        String account = entry.scope().account().value();
        try {
          instances.create(account, entry.type(), "", changed).run();
          applied++;
        } catch (AwsException e) {
          refused++;
        } catch (IllegalStateException | IllegalArgumentException e) {
          String message = String.valueOf(e.getMessage());
          if (!message.matches("(?s)refused: .*|.* [(]expected: .*")) {
            unclear.add(entry.type() + "." + argument.getKey() + ": " + message);
          }
          refused++;
        }
      }
    }
    assertThat(unclear).isEmpty();
    assertThat(refused).isGreaterThan(100);
    assertThat(applied).isPositive();
  }

  private static Iterable<InventoryEntry> oneOfEachType() {
    Map<String, InventoryEntry> byType = new LinkedHashMap<>();
    RUNTIME.runtime().inventory().entries().forEach(one -> byType.putIfAbsent(one.type(), one));
    assertThat(byType).hasSizeGreaterThan(30);
    return byType.values();
  }

  /** What a configuration of an instance says. */
  private static ObjectNode arguments(InventoryEntry entry) {
    Block block = RUNTIME.runtime().registry().types().resource(entry.type()).schema().block();
    ObjectNode arguments = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> each : ValueJson.write(entry.state()).properties()) {
      Block.Attribute attribute = block.attributes().get(each.getKey());
      boolean wanted =
          attribute == null
              ? block.nested().containsKey(each.getKey())
              : attribute.settable() && !each.getKey().matches("id|.*_prefix");
      if (wanted && !each.getValue().isNull()) {
        arguments.set(each.getKey(), each.getValue());
      }
    }
    return arguments;
  }

  /** What is called as only what got out is, where its names lead; and what lies in the folder. */
  private static Set<Path> files() throws IOException {
    Path root = RUNTIME.data().root();
    Set<Path> found = new TreeSet<>();
    for (Path folder : List.of(root, root.resolveSibling("."))) {
      try (Stream<Path> files = Files.list(folder)) {
        found.addAll(files.collect(Collectors.toSet()));
      }
    }
    try (Stream<Path> files = Files.walk(root)) {
      files.filter(file -> file.endsWith(OUTSIDE)).forEach(found::add);
    }
    for (String folder : List.of("/", "/tmp", "/etc")) {
      Path outside = Path.of(folder, OUTSIDE);
      if (Files.exists(outside)) {
        found.add(outside);
      }
    }
    return found;
  }
}
