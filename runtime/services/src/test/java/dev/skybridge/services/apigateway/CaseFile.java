package dev.skybridge.services.apigateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A file of sections, each begun by a line {@code ## name}; text before the first is a comment. */
record CaseFile(String name, Map<String, String> sections) {

  /** All case files of a folder of the test resources, by name. */
  static List<CaseFile> all(String folder) {
    Path path = Path.of("src/test/resources", folder);
    try (Stream<Path> files = Files.list(path)) {
      return files
          .filter(file -> file.toString().endsWith(".case"))
          .sorted()
          .map(CaseFile::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static CaseFile read(Path file) {
    String text;
    try {
      text = Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> sections = new LinkedHashMap<>();
    String name = "comment";
    StringBuilder section = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      if (line.startsWith("## ")) {
        sections.put(name, section.toString().stripTrailing());
        name = line.substring(3).strip();
        section = new StringBuilder();
      } else {
        section.append(line).append('\n');
      }
    }
    sections.put(name, section.toString().stripTrailing());
    return new CaseFile(String.valueOf(file.getFileName()), sections);
  }

  String get(String section) {
    return optional(section).orElseThrow(() -> new AssertionError(name + ": no " + section));
  }

  Optional<String> optional(String section) {
    return Optional.ofNullable(sections.get(section));
  }

  @Override
  public String toString() {
    return name;
  }
}
