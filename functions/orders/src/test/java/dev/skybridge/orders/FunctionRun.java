package dev.skybridge.orders;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What became of a function that answered one event in a process of its own, see {@link
 * FunctionProcess}.
 *
 * @param status the exit status
 * @param output the answer
 * @param errors standard error, log included
 */
record FunctionRun(int status, String output, String errors) {
  private static final ObjectMapper JSON = new ObjectMapper();

  JsonNode json() throws IOException {
    return JSON.readTree(output);
  }

  /** Runs a function on the class path of the tests. */
  static FunctionRun of(Class<?> function, Map<String, String> variables, String event)
      throws IOException, InterruptedException {
    return of(System.getProperty("java.class.path"), function, variables, event);
  }

  /** Runs a function with {@code variables} beside those that every function has. */
  static FunctionRun of(
      String classPath, Class<?> function, Map<String, String> variables, String event)
      throws IOException, InterruptedException {
    Map<String, String> environment = new HashMap<>();
    environment.put("AWS_REGION", "eu-central-1");
    environment.put("AWS_ACCESS_KEY_ID", "ASIAEXAMPLE");
    environment.put("AWS_SECRET_ACCESS_KEY", "example");
    environment.put("AWS_SESSION_TOKEN", "example");
    environment.put("MICROSERVICE_TOPIC", "beverage");
    environment.put("MICROSERVICE_OPTIONS", "[\"tea\",\"coffee\"]");
    environment.put("DYNAMODB_TABLE_NAME", "orders");
    environment.put("DYNAMODB_INDEX_NAME", "orders-by-day");
    environment.putAll(variables);

    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-cp",
            classPath,
            FunctionProcess.class.getName(),
            function.getName());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      process.getOutputStream().write(event.getBytes(UTF_8));
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      String errors = new String(process.getErrorStream().readAllBytes(), UTF_8);
      return new FunctionRun(process.waitFor(), output, errors);
    } finally {
      process.destroyForcibly();
    }
  }
}
