package dev.skybridge.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skybridge.app.UserError;
import dev.skybridge.app.data.DataFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user can get wrong is answered with what is wrong, where, and what to do about it. */
class BadInputTest {
  @TempDir private Path temporary;

  @AfterEach
  void deleteData() throws Exception {
    // What a failed start had begun may still be ending.
    Await.until("the data folder is deleted", this::isDeleted);
  }

  private boolean isDeleted() {
    if (!DataFolder.at(folder()).exists()) {
      return true;
    }
    try {
      DataFolder.at(folder()).delete();
      return true;
    } catch (UserError stillWritten) {
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "up",
        "down",
        "status",
        "curl",
        "shell",
        "trace",
        "logs",
        "data",
        "prepare",
        "terraform",
        "apply",
        "destroy",
        "snapshot",
        "benchmark"
      })
  void everyCommandHasHelp(String command) {
    Cli help = Cli.run(command, "--help");

    assertThat(help.status()).isZero();
    assertThat(help.output()).startsWith("Usage: skybridge " + command).contains("--data=DIR");
  }

  @Test
  void unknownCommandIsAnErrorOfTheCommandLine() {
    Cli typed = Cli.run("upp");

    assertThat(typed.status()).isEqualTo(2);
    assertThat(typed.output())
        .startsWith("skybridge: upp: there is no such command; did you mean up?\n");
  }

  @Test
  void takenPortIsNamedAndNothingIsLeftRunning() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());

      Cli up = Cli.run("up", "--data", data(), "--socks-port", port);
      assertThat(up.status()).isEqualTo(1);
      assertThat(up.output())
          .contains("skybridge: client's door: port " + port + " on 127.0.0.1 is taken")
          .contains("Name another one with --socks-port");
      assertThat(ProcessHandle.current().children()).isEmpty();
      assertThat(Listening.ofInterfaces()).isEmpty();
    }
  }

  @Test
  void impossiblePortIsRefused() {
    Cli up = Cli.run("up", "--data", data(), "--socks-port", "70000");

    assertThat(up.status()).isEqualTo(1);
    assertThat(up.output()).contains("--socks-port: 70000 (expected: 0-65535)");
  }

  @Test
  void secondRuntimeOnAFolderIsRefused() {
    try (TestingRuntime runtime = TestingRuntime.empty()) {
      String folder = runtime.data().root().toString();

      Cli up = Cli.run("up", "--data", folder);
      assertThat(up.status()).isEqualTo(1);
      assertThat(up.output())
          .contains("data folder " + folder + ": a runtime already runs on it")
          .contains("skybridge status");
      assertThat(Cli.run("status", "--data", folder).status()).isZero();
    }
  }

  @Test
  void folderOfAnotherFormatIsLeftAlone() throws IOException {
    DataFolder.at(folder()).open();
    Files.writeString(folder().resolve("format"), "99\n");

    Cli up = Cli.run("up", "--data", data());
    assertThat(up.status()).isEqualTo(1);
    assertThat(up.output()).contains("format 99 (expected: 2)");
    assertThat(folder().resolve("inventory.log")).doesNotExist();
  }

  @Test
  void ordersInFilesOfDynamoDbLocalAreNamedAndLeftAlone() throws IOException {
    DataFolder.at(folder()).open();
    Files.writeString(folder().resolve("format"), "1\n");
    Path orders = folder().resolve("dynamodb/444455556666_eu-central-1.db");
    Files.createDirectories(orders.getParent());
    Files.writeString(orders, "orders");

    Cli up = Cli.run("up", "--data", data());
    assertThat(up.status()).isEqualTo(1);
    assertThat(up.output())
        .contains("data folder " + folder() + ": format 1 (expected: 2)")
        .contains("DynamoDB Local")
        .contains("Use the version that wrote it");
    assertThat(orders).hasContent("orders");
  }

  @Test
  void folderWithForeignFilesIsLeftAlone() throws IOException {
    Files.createDirectories(folder());
    Files.writeString(folder().resolve("thesis.txt"), "three years of work");

    Cli up = Cli.run("up", "--data", data());
    assertThat(up.status()).isEqualTo(1);
    assertThat(up.output()).contains("holds files, but none that says it belongs to Skybridge");
    assertThat(folder()).isDirectoryContaining("glob:**thesis.txt");
    assertThat(Cli.run("down", "--delete", "--data", data()).status()).isEqualTo(1);
    assertThat(folder().resolve("thesis.txt")).exists();
  }

  @Test
  void folderThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "");

    Cli up = Cli.run("up", "--data", file.resolve("data").toString());
    assertThat(up.status()).isEqualTo(1);
    assertThat(up.output())
        .contains("data folder " + file.resolve("data") + ": cannot be written")
        .contains("write permission");
  }

  @Test
  void damagedInventoryIsNamedWithItsLine() throws IOException {
    DataFolder.at(folder()).open();
    Files.writeString(folder().resolve("inventory.log"), "00000000 {\"op\":\"put\"}\n");

    Cli up = Cli.run("up", "--data", data());
    assertThat(up.status()).isEqualTo(1);
    assertThat(up.output()).contains("inventory.log: line 1 is damaged").contains("--delete");
  }

  @Test
  void inventoryCutInItsLastLineGoesOnWithTheRest() throws Exception {
    try (TestingRuntime runtime = TestingRuntime.fromSnapshot()) {
      runtime.stop();
      Path log = runtime.data().path("inventory.log");
      String whole = Files.readString(log);
      Files.writeString(log, whole + "1234abcd {\"op\":\"remove\",\"acc");

      runtime.restart();
      assertThat(runtime.networkInterfaces()).isNotEmpty();
      assertThat(runtime.client().send(Orders.tea()).status()).isEqualTo(201);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"version\" : 4   | \"version\" : 3    | version 3 (expected: 4)",
        "aws_internet_gateway | aws_internet_getaway | aws_internet_getaway",
        "\"enable_dns_support\" : true | \"enable_dns_support\" : \"perhaps\" | enable_dns_support",
        "{                 | [                  | cannot be read",
      })
  void snapshotEditedByHandIsRefusedWithItsPlace(String was, String is, String named)
      throws IOException {
    Checkout checkout = Checkout.in(temporary).withBuiltFunctions();
    Path file = checkout.snapshot("consumer");
    String edited = Files.readString(file).replaceFirst(java.util.regex.Pattern.quote(was), is);
    assertThat(edited).isNotEqualTo(Files.readString(file));
    Files.writeString(file, edited);

    assertThatThrownBy(() -> TestingRuntime.fromSnapshot(checkout.root()).close())
        .isInstanceOfSatisfying(
            UserError.class,
            error -> {
              assertThat(error.problem()).contains(named).contains("consumer");
              assertThat(error.remedy()).contains("./skybridge snapshot");
            });
  }

  @Test
  void missingPackageIsNamedWithItsBuildCommand() throws IOException {
    Checkout checkout = Checkout.in(temporary);

    assertThatThrownBy(() -> TestingRuntime.fromSnapshot(checkout.root()).close())
        .isInstanceOfSatisfying(
            UserError.class,
            error -> {
              assertThat(error.problem()).startsWith("function package " + checkout.functions());
              assertThat(error.remedy()).isEqualTo("Build it: ./mvnw -pl functions/orders package");
            });
  }

  @Test
  void withoutTerraformOnlyTheInfrastructureCannotBeChanged() throws Exception {
    Map<String, String> nothing = Map.of("PATH", temporary.toString());
    Path output = temporary.resolve("output");
    try (TestingRuntime runtime = TestingRuntime.empty();
        Program apply =
            Program.start(output, nothing, "apply", "--data", runtime.data().root().toString())) {
      assertThat(apply.await()).isEqualTo(1);
      assertThat(apply.output())
          .contains("terraform: not found on the PATH")
          .contains("Install Terraform");
    }
  }

  @Test
  void commandWithoutARuntimeSaysHowToStartOne() {
    Cli status = Cli.run("status", "--data", data());
    assertThat(status.status()).isEqualTo(3);
    assertThat(status.output()).contains("No runtime runs on " + data()).contains("./skybridge up");
    Cli trace = Cli.run("trace", "--data", data());
    assertThat(trace.status()).isEqualTo(1);
    assertThat(trace.output()).contains("no runtime runs on data folder " + data());
  }

  @Test
  void unknownThingsAreNamedWithThoseThatAreKnown() {
    try (TestingRuntime runtime = TestingRuntime.fromSnapshot()) {
      String folder = runtime.data().root().toString();

      assertThat(Cli.run("logs", "drinks", "--data", folder).output())
          .contains("function drinks: there is none of that name")
          .contains("beverage-post-order");
      assertThat(Cli.run("trace", "1-0-0", "--data", folder).output())
          .contains("request 1-0-0: not known");
      assertThat(Cli.run("terraform", "--data", folder, "drinks", "plan").output())
          .contains("drinks");
    }
  }

  private Path folder() {
    return temporary.resolve("data");
  }

  private String data() {
    return folder().toString();
  }
}
