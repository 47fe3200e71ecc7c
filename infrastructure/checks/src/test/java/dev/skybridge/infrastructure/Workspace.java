package dev.skybridge.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * A copy of the infrastructure in which Terraform may leave its files.
 *
 * @param terraform runs in it
 * @param configuration the CLI configuration of every run
 * @param folder the copy
 */
record Workspace(Terraform terraform, Path configuration, Path folder) {
  private static final Path TARGET = Path.of("target").toAbsolutePath();

  static final String NO_TERRAFORM = "There is no terraform on the PATH.";

  /** What keeps Terraform's tests from running on this machine; empty = nothing. */
  static Optional<String> missing() throws IOException {
    if (Terraform.find().isEmpty()) {
      return Optional.of(NO_TERRAFORM);
    }
    if (Provider.configuration(TARGET).isEmpty()) {
      return Optional.of(
          "There is no filesystem mirror with hashicorp/aws %s; %s may name one."
              .formatted(Provider.VERSION, Provider.MIRROR_VARIABLE));
    }
    return Optional.empty();
  }

  /** Ends the calling test as skipped, for all to see. */
  static void skip(String reason) {
    System.err.println("SKIPPED: " + reason);
    Assumptions.abort(reason);
  }

  /**
   * A fresh copy, below {@code target}, of everything; {@code root} in it is initialised with
   * exactly {@link Provider#VERSION}. Needs that nothing is {@link #missing()}.
   */
  static Workspace of(String root) throws IOException, InterruptedException {
    Path folder = TARGET.resolve("workspaces").resolve(root.replace('/', '-'));
    Sources.copyTo(folder);
    Files.writeString(
        folder.resolve(root).resolve("provider_override.tf"),
        """
        terraform {
          required_providers {
            aws = {
              source  = "hashicorp/aws"
              version = "%s"
            }
          }
        }
        """
            .formatted(Provider.VERSION));
    Workspace workspace =
        new Workspace(
            Terraform.find().orElseThrow(), Provider.configuration(TARGET).orElseThrow(), folder);
    Terraform.Result initialised =
        workspace.run(root, "init", "-backend=false", "-input=false", "-no-color");
    assertThat(initialised.status()).as(initialised.output()).isZero();
    return workspace;
  }

  Terraform.Result run(String root, String... arguments) throws IOException, InterruptedException {
    return terraform.run(folder.resolve(root), Optional.of(configuration), arguments);
  }
}
