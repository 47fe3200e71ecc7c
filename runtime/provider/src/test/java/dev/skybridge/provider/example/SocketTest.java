package dev.skybridge.provider.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skybridge.provider.testing.Terraform;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens at the socket besides Terraform's calls. */
class SocketTest {
  @TempDir Path folder;

  @Test
  void onlyTheOwnerMayOpenIt() throws IOException {
    try (var provider = new ExampleProvider(folder)) {
      var socket = provider.server.socket();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
          .isEqualTo("rw-------");
      assertThat(
              PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("run"))))
          .isEqualTo("rwx------");
    }
    assertThat(folder.resolve("run/aws.sock")).doesNotExist();
  }

  @Test
  void probesAndGarbageLeaveItServing() throws IOException {
    try (var provider = new ExampleProvider(folder)) {
      var random = new Random(2);
      for (int round = 0; round < 20; round++) {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
          channel.connect(UnixDomainSocketAddress.of(provider.server.socket()));
          var garbage = new byte[round * 50];
          random.nextBytes(garbage);
          channel.write(ByteBuffer.wrap(garbage));
        }
      }
      var terraform = Terraform.in(folder).reattached(provider.server.reattach());
      terraform.file("main.tf", "resource \"aws_internet_gateway\" \"this\" {}\n");
      assertThat(terraform.run("plan", "-no-color").output()).contains("1 to add");
    }
  }

  @Test
  void aLeftOverSocketIsReplaced() throws IOException {
    Files.createDirectories(folder.resolve("run"));
    Files.writeString(folder.resolve("run/aws.sock"), "");
    try (var provider = new ExampleProvider(folder)) {
      assertThat(provider.server.reattach()).contains("aws.sock");
    }
  }

  @Test
  void aPathTooLongForASocketIsNamed() {
    var deep = folder.resolve("d".repeat(100));
    assertThatThrownBy(() -> new ExampleProvider(deep))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected: at most 107")
        .hasMessageContaining("choose a shorter data folder");
  }
}
