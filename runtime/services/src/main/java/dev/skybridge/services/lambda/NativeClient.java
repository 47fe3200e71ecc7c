package dev.skybridge.services.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The native part of AWS's runtime interface client, for this machine. */
final class NativeClient {
  private NativeClient() {}

  /**
   * Unpacks it, where it is not yet.
   *
   * @param runtimeClient the folder of the client's jars
   * @param folder where it goes
   * @throws IOException when it cannot be written, or the client has none for this machine
   */
  static Path unpack(Path runtimeClient, Path folder) throws IOException {
    String machine =
        System.getProperty("os.arch", "").toLowerCase(Locale.ROOT).equals("aarch64")
            ? "aarch_64"
            : "x86_64";
    String system = Files.exists(Path.of("/etc/alpine-release")) ? "linux_musl" : "linux";
    String name = "libaws-lambda-jni." + system + "-" + machine + ".so";
    Path source = jar(runtimeClient);
    Path own = Files.createDirectories(folder.resolve(source.getFileName()));
    Path target = own.resolve(name);
    if (Files.exists(target)) {
      return target;
    }
    Path growing = Files.createTempFile(own, name, null);
    try (ZipFile jar = new ZipFile(source.toFile())) {
      ZipEntry entry = jar.getEntry("jni/" + name);
      if (entry == null) {
        throw new IOException(jar.getName() + " has no jni/" + name);
      }
      try (InputStream in = jar.getInputStream(entry)) {
        Files.copy(in, growing, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return Files.move(growing, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Path jar(Path runtimeClient) throws IOException {
    try (DirectoryStream<Path> jars =
        Files.newDirectoryStream(runtimeClient, "aws-lambda-java-runtime-interface-client-*.jar")) {
      for (Path jar : jars) {
        return jar;
      }
    }
    throw new IOException(runtimeClient + " has no aws-lambda-java-runtime-interface-client jar");
  }
}
