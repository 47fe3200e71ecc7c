package dev.skybridge.services.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What an AOT cache depends on, as a hash: the JDK, the flags, and each jar as the JVM checks it.
 */
final class AotKey {
  private AotKey() {}

  static String of(CommandLine commandLine, DeploymentPackage code) {
    try {
      Path java = commandLine.java().toRealPath();
      StringBuilder facts = new StringBuilder(code.sha256());
      facts.append('\n').append(java).append(' ').append(Files.getLastModifiedTime(java));
      facts.append('\n').append(CommandLine.flags());
      for (Path jar : commandLine.classPath(code)) {
        facts.append('\n').append(jar).append(' ').append(Files.size(jar));
        facts.append(' ').append(Files.getLastModifiedTime(jar).toMillis());
      }
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(facts.toString().getBytes(UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
