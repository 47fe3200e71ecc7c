package dev.skybridge.dynamodb.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.utils.StringInputStream;

/**
 * The engine behind its front, as an SDK meets it: the whole program, a process of its own, judges
 * each signed request of an account's administrator.
 */
final class FrontTarget implements Target {
  static final Path CHECKOUT = Path.of("..", "..").toAbsolutePath().normalize();

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SERVICE = "dynamodb";

  private final Path data;
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
  private final AwsCredentialsIdentity administrator;
  private final String region;
  private final HttpCalls calls;
  private final ProcessHandle process;

  /** Starts the program with the snapshot's infrastructure and waits until it serves. */
  FrontTarget(Path data) throws IOException, InterruptedException {
    this.data = data;
    run("up", "--detach");
    JsonNode credentials = JSON.readTree(run("credentials", "--json"));
    JsonNode key = credentials.path("credentials").path(0);
    administrator =
        AwsCredentialsIdentity.create(
            key.path("accessKeyId").asText(), key.path("secretAccessKey").asText());
    region = key.path("region").asText();
    calls = new HttpCalls(URI.create(credentials.path("endpoint").asText()), this::sign);
    process =
        ProcessHandle.of(JSON.readTree(run("status", "--json")).path("pid").asLong()).orElseThrow();
  }

  /** Whether the program is built. */
  static boolean isThere() {
    return Files.exists(CHECKOUT.resolve("runtime/app/target/skybridge.jar"));
  }

  private String run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(CHECKOUT.resolve("skybridge").toString()));
    command.addAll(List.of(arguments));
    command.addAll(List.of("--data", data.toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("SKYBRIDGE_BUILD", "never");
    Process program = builder.start();
    String output = String.join("\n", program.inputReader().lines().toList());
    if (program.waitFor() != 0) {
      throw new IOException(command + " ended with " + program.exitValue() + ": " + output);
    }
    return output;
  }

  private Map<String, String> sign(URI uri, Map<String, String> headers, String body) {
    SdkHttpRequest.Builder request = SdkHttpRequest.builder().method(SdkHttpMethod.POST).uri(uri);
    headers.forEach(request::putHeader);
    SignedRequest signed =
        signer.sign(sign ->
            sign.identity(administrator)
                .request(request.build())
                .payload(() -> new StringInputStream(body))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                .putProperty(AwsV4HttpSigner.REGION_NAME, region));
    Map<String, String> all = new HashMap<>();
    signed.request().headers().forEach((name, values) -> all.put(name, String.join(",", values)));
    all.keySet().removeIf(name -> name.equals("Host") || name.equals("Content-Length"));
    return all;
  }

  @Override
  public String name() {
    return "signed front";
  }

  @Override
  public String call(String operation, String request) {
    return calls.call(operation, request);
  }

  @Override
  public Duration processorTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  @Override
  public long syncs() {
    return -1;
  }

  @Override
  public void close() {
    try {
      run("down");
    } catch (IOException e) {
      process.destroy();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
    }
  }
}
