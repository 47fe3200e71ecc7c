package dev.skybridge.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * A function package whose {@code GetOrders} answers with the event it got, or, asked with {@code
 * nextToken=FILE}, writes its pid to that file and never answers. Its other handlers are missing.
 */
final class ProbeFunction {
  private static final String HANDLER =
      """
      package dev.skybridge.orders;

      import com.amazonaws.services.lambda.runtime.Context;
      import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
      import java.io.IOException;
      import java.io.InputStream;
      import java.io.OutputStream;
      import java.nio.charset.StandardCharsets;
      import java.nio.file.Files;
      import java.nio.file.Path;
      import java.nio.file.StandardCopyOption;
      import java.util.concurrent.CountDownLatch;
      import java.util.regex.Matcher;
      import java.util.regex.Pattern;

      public final class GetOrders implements RequestStreamHandler {
        private static final Pattern FILE = Pattern.compile("\\"nextToken\\":\\"([^\\"]+)\\"");

        @Override
        public void handleRequest(InputStream in, OutputStream out, Context context)
            throws IOException {
          String event = new String(in.readAllBytes(), StandardCharsets.UTF_8);
          Matcher file = FILE.matcher(event);
          if (file.find()) {
            Path draft = Path.of(file.group(1) + ".draft");
            Files.writeString(draft, Long.toString(ProcessHandle.current().pid()));
            Files.move(draft, Path.of(file.group(1)), StandardCopyOption.ATOMIC_MOVE);
            try {
              new CountDownLatch(1).await();
            } catch (InterruptedException e) {
              throw new IOException(e);
            }
          }
          String quoted = event.replace("\\\\", "\\\\\\\\").replace("\\"", "\\\\\\"");
          out.write(
              ("{\\"statusCode\\":200,\\"body\\":\\"" + quoted + "\\"}")
                  .getBytes(StandardCharsets.UTF_8));
        }
      }
      """;

  private ProbeFunction() {}

  /**
   * Compiles it.
   *
   * @param folder for the classes; empty
   * @param jar where the package goes
   */
  static void build(Path folder, Path jar) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Path client = TestingRuntime.home().resolve("runtime/services/target/lambda-runtime-client");
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> libraries = Files.list(client)) {
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, libraries.toList());
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
      Source source = new Source("dev/skybridge/orders/GetOrders", HANDLER);
      boolean good =
          compiler
              .getTask(null, files, null, List.of("--release", "21"), null, List.of(source))
              .call();
      if (!good) {
        throw new AssertionError("the probe function does not compile");
      }
    }
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      String name = "dev/skybridge/orders/GetOrders.class";
      out.putNextEntry(new JarEntry(name));
      out.write(Files.readAllBytes(folder.resolve(name)));
      out.closeEntry();
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
