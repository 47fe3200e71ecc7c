package dev.skybridge.dynamodb;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Another JVM with the classes of this one, the tests' too. */
public final class ChildJvm {
  private ChildJvm() {}

  /** What starts a class's main method; what it writes as errors appears among this one's. */
  public static ProcessBuilder of(Class<?> main, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xms32m",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                main.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  /** Tests run on the module path or the class path, as the build decides. */
  private static String classPath() {
    List<String> entries = new ArrayList<>(List.of("target/classes", "target/test-classes"));
    Stream.of("jdk.module.path", "java.class.path")
        .map(name -> System.getProperty(name, ""))
        .filter(path -> !path.isEmpty())
        .forEach(entries::add);
    return String.join(File.pathSeparator, entries);
  }
}
