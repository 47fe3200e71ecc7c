package dev.skybridge.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where the real AWS provider is found without a registry. */
final class Provider {
  /** The version whose plans the tests describe. */
  static final String VERSION = "5.100.0";

  /** Names a folder that is a filesystem mirror of Terraform. */
  static final String MIRROR_VARIABLE = "SKYBRIDGE_TERRAFORM_MIRROR";

  private Provider() {}

  /**
   * A CLI configuration, written below {@code target}, that installs providers from the mirror that
   * holds {@link #VERSION} for this machine, and from nowhere else; empty without such a mirror.
   */
  static Optional<Path> configuration(Path target) throws IOException {
    Optional<Path> mirror = candidates().stream().filter(Provider::holds).findFirst();
    if (mirror.isEmpty()) {
      return Optional.empty();
    }
    Path file = target.resolve("terraform.rc");
    Files.createDirectories(target);
    Files.writeString(
        file,
        """
        provider_installation {
          filesystem_mirror {
            path = "%s"
          }
          direct {
            exclude = ["*/*/*"]
          }
        }
        """
            .formatted(mirror.get().toAbsolutePath()));
    return Optional.of(file);
  }

  private static List<Path> candidates() throws IOException {
    String named = System.getenv(MIRROR_VARIABLE);
    if (named != null && !named.isBlank()) {
      return List.of(Path.of(named));
    }
    List<Path> candidates = new ArrayList<>();
    String configured = System.getenv("TF_CLI_CONFIG_FILE");
    if (configured != null && !configured.isBlank()) {
      candidates.addAll(CliConfiguration.mirrors(Path.of(configured)));
    }
    Path home = Path.of(System.getProperty("user.home"));
    candidates.addAll(CliConfiguration.mirrors(home.resolve(".terraformrc")));
    candidates.add(home.resolve(".terraform.d/plugins"));
    candidates.add(home.resolve(".local/share/terraform/plugins"));
    candidates.add(Path.of("/opt/tf-plugins"));
    candidates.add(Path.of("/opt/terraform/plugins"));
    candidates.add(Path.of("/usr/local/share/terraform/plugins"));
    candidates.add(Path.of("/usr/share/terraform/plugins"));
    return candidates;
  }

  /** Unpacked or, as {@code terraform providers mirror} leaves it, packed. */
  private static boolean holds(Path mirror) {
    Path provider = mirror.resolve("registry.terraform.io/hashicorp/aws");
    return Files.isDirectory(provider.resolve(VERSION).resolve(platform()))
        || Files.isRegularFile(
            provider.resolve("terraform-provider-aws_%s_%s.zip".formatted(VERSION, platform())));
  }

  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return (system.startsWith("mac") ? "darwin" : "linux")
        + "_"
        + (List.of("aarch64", "arm64").contains(processor) ? "arm64" : "amd64");
  }
}
