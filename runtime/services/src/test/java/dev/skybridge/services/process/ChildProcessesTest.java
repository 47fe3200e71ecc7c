package dev.skybridge.services.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessesTest {
  @TempDir Path folder;

  @Test
  void leftoversOfAKilledRuntimeAreEnded() throws Exception {
    ChildProcesses killed = new ChildProcesses(folder);
    Process left = killed.start(new ProcessBuilder("sleep", "600"));
    assertThat(folder).isDirectoryContaining(file -> file.endsWith(Long.toString(left.pid())));

    assertThat(new ChildProcesses(folder).endLeftovers()).isOne();

    assertThat(left.waitFor()).isEqualTo(128 + 9);
  }

  @Test
  void aRealKillOfTheRuntimeEndsItsChildToo() throws Exception {
    Process runtime =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledRuntime.class.getName(),
                folder.toString())
            .start();
    long child = Long.parseLong(runtime.inputReader().readLine());
    ProcessHandle left = ProcessHandle.of(child).orElseThrow();
    assertThat(left.isAlive()).isTrue();

    runtime.destroyForcibly();

    left.onExit().get(30, TimeUnit.SECONDS);
    assertThat(new ChildProcesses(folder).endLeftovers()).isZero();
  }

  @Test
  void aProcessThatGotTheSameIdLaterIsLeftAlone() throws Exception {
    Process other = new ProcessBuilder("sleep", "600").start();
    try {
      Files.writeString(
          folder.resolve(Long.toString(other.pid())),
          other.pid() + " 12 00000000-0000-0000-0000-000000000000\n");
      Files.writeString(folder.resolve("cut short"), other.pid() + " ");

      assertThat(new ChildProcesses(folder).endLeftovers()).isZero();

      assertThat(other.isAlive()).isTrue();
      assertThat(folder).isEmptyDirectory();
    } finally {
      other.destroyForcibly();
    }
  }

  @Test
  void closingEndsEveryProcessAndForgetsIt() throws IOException {
    Process process;
    try (ChildProcesses processes = new ChildProcesses(folder)) {
      process = processes.start(new ProcessBuilder("sleep", "600"));
    }
    assertThat(process.isAlive()).isFalse();
  }
}
