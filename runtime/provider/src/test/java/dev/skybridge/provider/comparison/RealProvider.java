package dev.skybridge.provider.comparison;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Where the real hashicorp/aws 5.100.0 is found on this machine. */
final class RealProvider {
  private static final Path WANTED = Path.of("registry.terraform.io/hashicorp/aws/5.100.0");

  private RealProvider() {}

  /** The filesystem mirror; the test is skipped, with a word, where there is none. */
  static Path mirror() {
    var home = System.getProperty("user.home");
    var found =
        Stream.concat(
                Optional.ofNullable(System.getenv("SKYBRIDGE_TERRAFORM_MIRROR")).stream(),
                Stream.of(
                    "/opt/tf-plugins",
                    home + "/.terraform.d/plugins",
                    "/usr/local/share/terraform/plugins",
                    "/usr/share/terraform/plugins"))
            .map(Path::of)
            .filter(mirror -> Files.isDirectory(mirror.resolve(WANTED)))
            .findFirst();
    Assumptions.assumeTrue(
        found.isPresent(),
        "skipped: no filesystem mirror with hashicorp/aws 5.100.0 (SKYBRIDGE_TERRAFORM_MIRROR)");
    return found.orElseThrow();
  }

  static String configuration(Path folder, Path mirror) {
    return write(
            folder.resolve("mirror.rc"),
            """
            provider_installation {
              filesystem_mirror { path = "%s" }
              direct { exclude = ["*/*/*"] }
            }
            """
                .formatted(mirror))
        .toString();
  }

  static Path folder(Path parent, String name) {
    try {
      return Files.createDirectories(parent.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
