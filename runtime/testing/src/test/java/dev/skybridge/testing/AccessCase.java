package dev.skybridge.testing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One row of the access matrix, as its file has it.
 *
 * @param file the file's name without its ending: the boundary that the case is about
 * @param name what is true, in one line; unique in its file
 * @param rule the rule of AWS that this stands for: page and sentence, or a captured answer
 * @param change what differs from the committed infrastructure; empty where nothing does
 * @param who who asks
 * @param does what is asked
 * @param expect what comes back, and the gate that decided
 */
record AccessCase(
    String file,
    String name,
    String rule,
    List<JsonNode> change,
    String who,
    JsonNode does,
    JsonNode expect) {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Set<String> FIELDS =
      Set.of("case", "rule", "given", "change", "who", "does", "expect");

  /** Changes that several cases begin with, by name. */
  private static final String SETUPS = "setups.yaml";

  AccessCase {
    requireNonNull(file);
    change = List.copyOf(change);
  }

  /** All cases of a folder, file by file in the order of their names. */
  static List<AccessCase> in(Path folder) throws IOException {
    List<AccessCase> all = new ArrayList<>();
    JsonNode setups = read(folder.resolve(SETUPS));
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(one -> !one.endsWith(SETUPS)).sorted().toList()) {
        String theme = String.valueOf(file.getFileName()).replace(".yaml", "");
        for (JsonNode one : read(file)) {
          all.add(of(theme, one, setups));
        }
      }
    }
    return all;
  }

  private static JsonNode read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return YAML.readTree(in);
    }
  }

  private static AccessCase of(String theme, JsonNode one, JsonNode setups) {
    one.fieldNames()
        .forEachRemaining(field -> {
          if (!FIELDS.contains(field)) {
            throw new IllegalArgumentException(
                theme + ": " + field + " (expected: " + FIELDS + ")");
          }
        });
    List<JsonNode> change = new ArrayList<>();
    for (JsonNode name : one.path("given")) {
      required(theme, setups, name.asText()).forEach(change::add);
    }
    one.path("change").forEach(change::add);
    return new AccessCase(
        theme,
        required(theme, one, "case").asText(),
        required(theme, one, "rule").asText(),
        change,
        one.path("who").asText("client"),
        required(theme, one, "does"),
        required(theme, one, "expect"));
  }

  private static JsonNode required(String theme, JsonNode one, String field) {
    JsonNode value = one.path(field);
    if (value.isMissingNode() || (value.isTextual() && value.asText().isBlank())) {
      throw new IllegalArgumentException(theme + ": a case without " + field + ": " + one);
    }
    return value;
  }

  @Override
  public String toString() {
    return file + ": " + name;
  }
}
