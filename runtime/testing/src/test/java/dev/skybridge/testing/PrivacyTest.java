package dev.skybridge.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.app.control.ControlClient;
import dev.skybridge.app.data.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing secret is written where it does not belong: not into logs, traces, explanations, answers,
 * nor command lines, and on disk only into files that only their owner reads.
 */
class PrivacyTest {
  private static final String VALUE = "swordfish-9d1f4c";
  private static final String BODY_SECRET = "hunter2-in-a-body";
  private static final String OWNER_ONLY = "rw-------";

  @TempDir private Path temporary;

  private final Map<String, String> secrets = new TreeMap<>();
  private final StringBuilder answers = new StringBuilder();

  @Test
  void secretsStayWhereTheyBelong() throws Exception {
    Path data = temporary.resolve("data");
    Path log = temporary.resolve("up.log");
    try (Program program = Program.up(log, data)) {
      ControlClient control = new ControlClient(DataFolder.at(data));
      VpcClient client = Program.client(data);
      for (JsonNode key : control.ask(ControlClient.request("credentials")).path("credentials")) {
        secrets.put(key.path("account").asText(), key.path("secretAccessKey").asText());
      }
      List<String> ids = new ArrayList<>();
      order(client, ids);
      sign(data, control, client, ids);
      secrets.put("secret value", VALUE);
      FunctionProcess function = FunctionProcess.of("beverage-post-order");
      secrets.put("function key", function.credentials().secret());
      secrets.put("function token", function.credentials().token());
      answers.append(function.signedTables("DeleteTable", "{}", Signed.Fault.WRONG_SECRET));
      read(data, ids);
      privateKeys(data);

      assertThat(secrets).hasSizeGreaterThan(8);
      secrets.forEach((name, secret) -> assertThat(secret).as(name).isNotBlank());
      check("what was answered", answers.toString());
      check("what the runtime printed", program.output());
      program.children().forEach(child -> check("command line", commandLine(child)));
      check("command line", commandLine(program.process().toHandle()));
      files(data);
    }
    DataFolder.at(data).delete();
  }

  /** Orders, refusals, garbage. */
  private void order(VpcClient client, List<String> ids) throws IOException {
    for (Request request :
        List.of(
            Orders.tea(),
            Request.get(Orders.BEVERAGE),
            Request.get("https://beverage." + Orders.DOMAIN + "/v2/orders"),
            Request.post(Orders.BEVERAGE, "{\"fullName\": \"" + BODY_SECRET + "\"}"),
            Request.get(Orders.FOOD).with("Authorization", "Basic " + BODY_SECRET),
            Request.get(Orders.FOOD).with("Cookie", "session=" + BODY_SECRET))) {
      Answer answer = client.send(request);
      answer.traceId().ifPresent(ids::add);
    }
    secrets.put("credential in a request", BODY_SECRET);
  }

  /** Calls with good and with wrong signatures; a secret is made and read. */
  private void sign(Path data, ControlClient control, VpcClient client, List<String> ids)
      throws Exception {
    JsonNode all = control.ask(ControlClient.request("credentials"));
    JsonNode key = all.path("credentials").path(0);
    ApiCaller.Session person =
        new ApiCaller.Session(
            java.net.URI.create(all.path("endpoint").asText()),
            new Signed(
                key.path("accessKeyId").asText(),
                key.path("secretAccessKey").asText(),
                "",
                key.path("region").asText()));
    ObjectNode create = call("secretsmanager", "CreateSecret");
    create.withObject("/body").put("Name", "privacy").put("SecretString", VALUE);
    assertThat(person.call(create, Signed.Fault.NONE).status()).isEqualTo(200);
    ObjectNode read = call("secretsmanager", "GetSecretValue");
    read.withObject("/body").put("SecretId", "privacy");
    assertThat(person.call(read, Signed.Fault.NONE).body()).contains(VALUE);
    ObjectNode again = call("secretsmanager", "PutSecretValue");
    again.withObject("/body").put("SecretId", "privacy").put("SecretString", VALUE + "2");
    assertThat(person.call(again, Signed.Fault.NONE).status()).isEqualTo(200);
    ObjectNode wrong = call("secretsmanager", "PutSecretValue");
    wrong.withObject("/body").put("SecretId", "nobody").put("SecretString", VALUE + "3");
    for (Signed.Fault fault : Signed.Fault.values()) {
      Answer answer = person.call(wrong, fault);
      answer.traceId().ifPresent(ids::add);
    }
    ObjectNode encrypt = call("kms", "GenerateDataKey");
    encrypt
        .withObject("/body")
        .put("KeyId", "alias/cross-account-microservices")
        .put("KeySpec", "AES_256");
    Answer made = person.call(encrypt, Signed.Fault.NONE);
    if (made.status() == 200) {
      secrets.put("data key", made.json().path("Plaintext").asText());
    }
    ObjectNode session = call("sts", "GetSessionToken");
    session.putObject("body");
    Answer token = person.call(session, Signed.Fault.NONE);
    assertThat(token.status()).isEqualTo(200);
    for (String element : List.of("SecretAccessKey", "SessionToken")) {
      String text = token.body().replaceAll("(?s).*<" + element + ">([^<]+)</.*", "$1");
      secrets.put("session " + element, text);
    }
    assertThat(data).exists();
    client
        .send(
            Request.get(Orders.FOOD)
                .with("X-Amz-Security-Token", requireNonNull(secrets.get("session SessionToken"))))
        .traceId()
        .ifPresent(ids::add);
  }

  private static ObjectNode call(String service, String operation) {
    return JsonNodeFactory.instance.objectNode().put("api", service).put("operation", operation);
  }

  /** What people ask of a runtime. */
  private void read(Path data, List<String> ids) {
    assertThat(ids).hasSizeGreaterThan(8);
    for (String id : ids) {
      answers.append(Cli.run("trace", id, "--json", "--data", data.toString()).output());
      answers.append(Cli.run("explain", id, "--json", "--data", data.toString()).output());
      answers.append(Cli.run("explain", id, "--data", data.toString()).output());
    }
    for (String function : List.of("beverage-post-order", "beverage-get-orders")) {
      answers.append(Cli.run("logs", function, "--json", "--data", data.toString()).output());
    }
    answers.append(Cli.run("status", "--json", "--data", data.toString()).output());
    answers.append(Cli.run("check", "--matrix", "--json", "--data", data.toString()).output());
  }

  /** A line of each private key that the data folder holds. */
  private void privateKeys(Path data) throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file, ISO_8859_1);
        int begin = text.indexOf("PRIVATE KEY-----\n");
        if (begin >= 0) {
          String[] lines = text.substring(begin).split("\n", 4);
          secrets.put("private key " + data.relativize(file), lines[2]);
        }
      }
    }
  }

  /**
   * In files of others' or in any log, nothing; in files of the owner's alone, what they are for.
   */
  private void files(Path data) throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        boolean kept = mode.equals(OWNER_ONLY) && !file.startsWith(data.resolve("logs"));
        if (!kept) {
          check(data.relativize(file) + " (" + mode + ")", Files.readString(file, ISO_8859_1));
        }
      }
    }
  }

  private void check(String where, String text) {
    secrets.forEach(
        (name, secret) -> assertThat(text.contains(secret)).as(name + " in " + where).isFalse());
  }

  private static String commandLine(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"), ISO_8859_1);
    } catch (IOException ended) {
      return "";
    }
  }
}
