package dev.skybridge.services.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A deployment package with one class, compiled from a test resource. */
final class FunctionJar {
  /** Where the build puts AWS's runtime interface client. */
  static final Path RUNTIME_CLIENT = Path.of("target/lambda-runtime-client").toAbsolutePath();

  private FunctionJar() {}

  /** Compiles {@code functions/NAME.java.txt} and packs it. */
  static Path build(String name, Path folder) throws IOException {
    Path source = folder.resolve(name + ".java");
    try (InputStream in =
        FunctionJar.class.getResourceAsStream("/functions/" + name + ".java.txt")) {
      Files.write(source, Objects.requireNonNull(in).readAllBytes());
    }
    String classPath;
    try (Stream<Path> jars = Files.list(RUNTIME_CLIENT)) {
      classPath = String.join(":", jars.map(Path::toString).toList());
    }
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                OutputStream.nullOutputStream(),
                null,
                "-cp",
                classPath,
                "-d",
                folder.toString(),
                source.toString());
    assertThat(status).isZero();
    Path jar = folder.resolve(name + ".jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String file : List.of(name + ".class")) {
        out.putNextEntry(new JarEntry(file));
        out.write(Files.readAllBytes(folder.resolve(file)));
        out.closeEntry();
      }
    }
    return jar;
  }
}
