package dev.skybridge.testing;

import dev.skybridge.app.deployment.Terraform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A small Terraform root of a test's own, applied to an account of its own. */
final class Configuration {
  private static final String HEAD =
      """
      terraform {
        required_providers {
          aws = { source = "hashicorp/aws" }
        }
      }
      provider "aws" {
        region = "eu-central-1"
      }
      """;

  private final Path folder;
  private final String reattach;

  /**
   * Writes and initialises it.
   *
   * @param folder an empty one
   */
  Configuration(Path folder, TestingRuntime runtime, String hcl)
      throws IOException, InterruptedException {
    this.folder = folder;
    this.reattach = runtime.reattach("123456789012", "eu-central-1");
    Files.writeString(folder.resolve("main.tf"), HEAD + hcl);
    run("init").orThrow();
  }

  TerraformRun run(String command, String... arguments) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    line.add(Terraform.onPath().orElseThrow().toString());
    line.addAll(List.of(command, "-no-color", "-input=false"));
    line.addAll(List.of(arguments));
    Path output = folder.resolve("output");
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("TF_REATTACH_PROVIDERS", reattach);
    builder.environment().put("CHECKPOINT_DISABLE", "1");
    int status = builder.start().waitFor();
    return new TerraformRun(status, Files.readString(output));
  }
}
