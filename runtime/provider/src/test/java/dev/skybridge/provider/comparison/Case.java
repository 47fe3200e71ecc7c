package dev.skybridge.provider.comparison;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One case: HCL files of one name in the folder of a type. */
record Case(String type, String name, Path folder) {
  private static final Path CASES = Path.of("src/test/resources/cases");
  private static final String INVALID = ".invalid.tf";
  private static final String CHANGE = ".change.tf";

  static Path folder(String type) {
    return CASES.resolve(type);
  }

  /** Whether a type has a case, or a reason to have none. */
  static boolean covered(String type) {
    return !of(type).isEmpty() || Files.exists(folder(type).resolve("uncompared"));
  }

  static List<Case> of(String type) {
    var folder = folder(type);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".tf") && !file.endsWith(CHANGE))
          .map(file -> file.substring(0, file.indexOf('.')))
          .distinct()
          .sorted()
          .map(name -> new Case(type, name, folder))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The name of the module that it becomes. */
  String module() {
    return (type + "__" + name).replaceAll("[^A-Za-z0-9_]", "_");
  }

  Optional<String> creation() {
    return text(".tf");
  }

  Optional<String> change() {
    return text(CHANGE);
  }

  Optional<String> invalid() {
    return text(INVALID);
  }

  /** Whether a difference at this path (resource and attribute) is listed with its reason. */
  boolean accepts(String path) {
    return accepted().stream().anyMatch(path::endsWith);
  }

  private Set<String> accepted() {
    return text(".differs").stream()
        .flatMap(String::lines)
        .map(line -> line.replaceFirst("#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .collect(Collectors.toSet());
  }

  private Optional<String> text(String ending) {
    var file = folder.resolve(name + ending);
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return type + " " + name;
  }
}
