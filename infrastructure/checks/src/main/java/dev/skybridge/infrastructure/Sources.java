package dev.skybridge.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The infrastructure's files. */
final class Sources {
  /** The folder that holds {@code consumer}, {@code microservices} and {@code modules}. */
  static final Path FOLDER = Path.of("..").toAbsolutePath().normalize();

  /** Folders that Terraform can plan by themselves, relative to {@link #FOLDER}. */
  static final List<String> ROOTS = List.of("consumer", "microservices", "modules/microservice");

  private Sources() {}

  /** All files of the infrastructure, relative to {@link #FOLDER}, without what tools leave. */
  static List<Path> all() {
    return Stream.of("consumer", "microservices", "modules").flatMap(Sources::below).toList();
  }

  private static Stream<Path> below(String folder) {
    try (Stream<Path> files = Files.walk(FOLDER.resolve(folder))) {
      return files
          .filter(Files::isRegularFile)
          .map(FOLDER::relativize)
          .filter(file -> !left(file))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean left(Path file) {
    String path = file.toString();
    return path.contains(".terraform") || path.contains(".tfstate");
  }

  static String text(Path file) {
    try {
      return Files.readString(FOLDER.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes {@code target} a fresh copy of {@link #all()}. */
  static void copyTo(Path target) throws IOException {
    delete(target);
    for (Path file : all()) {
      Path copy = target.resolve(file);
      Files.createDirectories(copy.getParent());
      Files.copy(FOLDER.resolve(file), copy);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> files = Files.walk(folder)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : deepestFirst) {
      Files.delete(file);
    }
  }
}
