package dev.skybridge.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder laid out like this repository, to be changed by a test: links to what it leaves alone.
 */
final class Checkout {
  private final Path root;

  private Checkout(Path root) {
    this.root = root;
  }

  /** Makes one in an empty folder, without a function package. */
  static Checkout in(Path root) throws IOException {
    Path home = TestingRuntime.home();
    Path infrastructure = Files.createDirectories(root.resolve("infrastructure"));
    for (String name : new String[] {"consumer", "microservices", "modules"}) {
      Files.createSymbolicLink(
          infrastructure.resolve(name), home.resolve("infrastructure").resolve(name));
    }
    Path snapshot = Files.createDirectories(infrastructure.resolve("snapshot"));
    try (var files = Files.newDirectoryStream(home.resolve("infrastructure/snapshot"), "*.json")) {
      for (Path file : files) {
        Files.copy(file, snapshot.resolve(file.getFileName()));
      }
    }
    Files.createSymbolicLink(root.resolve("runtime"), home.resolve("runtime"));
    Files.createDirectories(root.resolve("functions/orders/target"));
    return new Checkout(root);
  }

  /** The same with the package that the build made. */
  Checkout withBuiltFunctions() throws IOException {
    Files.createSymbolicLink(
        functions(), TestingRuntime.home().resolve("functions/orders/target/orders.jar"));
    return this;
  }

  Path root() {
    return root;
  }

  Path snapshot(String deployment) {
    return root.resolve("infrastructure/snapshot").resolve(deployment + ".json");
  }

  /** Where the function package belongs. */
  Path functions() {
    return root.resolve("functions/orders/target/orders.jar");
  }
}
