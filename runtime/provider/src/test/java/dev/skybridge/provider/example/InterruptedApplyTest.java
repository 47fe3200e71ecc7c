package dev.skybridge.provider.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.skybridge.provider.registry.Orphans;
import dev.skybridge.provider.testing.Terraform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Terraform ends while a change is on its way. */
@Timeout(60)
class InterruptedApplyTest {
  private static final String TWO =
      """
      resource "aws_internet_gateway" "first" {}
      resource "aws_internet_gateway" "second" {
        depends_on = [aws_internet_gateway.first]
      }
      """;

  @TempDir Path folder;
  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);

  private void hold() {
    reached.countDown();
    try {
      assertThat(goOn.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void whenAskedToStopItSavesWhatWasDoneAndTheNextApplyMends() throws Exception {
    var terraform = Terraform.in(folder).file("main.tf", TWO);
    try (var provider = new ExampleProvider(folder, this::hold)) {
      terraform.reattached(provider.server.reattach());
      var apply = terraform.start("apply", "-auto-approve", "-no-color");
      assertThat(reached.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(apply.toHandle().destroy()).isTrue();
      var output = apply.inputReader();
      assertThat(output.lines().anyMatch(line -> line.contains("Interrupt received"))).isTrue();
      goOn.countDown();
      output.lines().forEach(line -> {});
      assertThat(apply.waitFor()).isEqualTo(1);
      assertThat(provider.inventory.entries()).hasSize(1);

      assertThat(terraform.run("apply", "-auto-approve", "-no-color").output())
          .contains("Apply complete! Resources: 1 added, 0 changed, 0 destroyed.");
      assertThat(provider.inventory.entries()).hasSize(2);
    }
  }

  @Test
  void whenKilledTheInventoryKnowsWhatNoStateDoes() throws Exception {
    var terraform = Terraform.in(folder).file("main.tf", TWO);
    try (var provider = new ExampleProvider(folder, this::hold)) {
      terraform.reattached(provider.server.reattach());
      var apply = terraform.start("apply", "-auto-approve", "-no-color");
      assertThat(reached.await(30, TimeUnit.SECONDS)).isTrue();
      apply.destroyForcibly().waitFor();
      goOn.countDown();

      var state = folder.resolve("terraform.tfstate");
      var json = new ObjectMapper().readTree(Files.exists(state) ? Files.readString(state) : "{}");
      var entries = provider.inventory.entries();
      assertThat(new Orphans(provider.registry).of(entries, List.of(json))).isEqualTo(entries);
      assertThat(entries).hasSize(1);
      Files.deleteIfExists(folder.resolve(".terraform.tfstate.lock.info"));
      var id = entries.getFirst().id();
      var imported = terraform.run("import", "-no-color", "aws_internet_gateway.first", id);
      assertThat(imported.output()).contains("Import successful!");
      assertThat(terraform.run("apply", "-auto-approve", "-no-color").output())
          .contains("Apply complete! Resources: 1 added, 0 changed, 0 destroyed.");
    }
  }
}
