package dev.skybridge.services.lambda;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The command that runs AWS's runtime interface client. Compiler and collector are those that AWS
 * sets for Java (C1 only, serial); the heap is 85 % of the function's memory, as there.
 */
final class CommandLine {
  private static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

  private static final String NATIVE_CLIENT =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  private final Path java;
  private final Path nativeLibrary;
  private final List<Path> client;

  /**
   * @param nativeLibrary the client's native part, unpacked: left alone, every process would write
   *     its own copy over the same file in {@code /tmp}
   */
  CommandLine(Path java, Path runtimeClient, Path nativeLibrary) {
    this.java = java;
    this.nativeLibrary = nativeLibrary;
    try (Stream<Path> files = Files.list(runtimeClient)) {
      this.client = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path java() {
    return java;
  }

  /** The jars on the class path, in order. */
  List<Path> classPath(DeploymentPackage code) {
    return Stream.concat(client.stream(), code.classPath().stream()).toList();
  }

  /** The options that an AOT cache depends on. */
  static List<String> flags() {
    return List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
  }

  /**
   * A command.
   *
   * @param aot options that use or make an AOT cache; may be empty
   * @param temporary the function's {@code java.io.tmpdir}
   */
  List<String> command(
      Function function, DeploymentPackage code, List<String> aot, Optional<Path> temporary) {
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.addAll(flags());
    command.add("-XX:MaxHeapSize=" + Math.round(function.memory() * 1024 * 0.85) + "k");
    // What the JVM itself would say goes into the function's log otherwise.
    command.add("-Xlog:disable");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-D" + NATIVE_CLIENT + "=" + nativeLibrary);
    temporary.ifPresent(folder -> command.add("-Djava.io.tmpdir=" + folder));
    command.addAll(aot);
    command.add("-cp");
    command.add(
        classPath(code).stream()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator)));
    command.add(MAIN);
    command.add(function.handler());
    return command;
  }
}
