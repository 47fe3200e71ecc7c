package dev.skybridge.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.skybridge.app.control.ControlClient;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Calls AWS's API of a runtime as an account's administrator, or as a role that he assumes. */
final class ApiCaller {
  private static final Map<String, String> TARGETS =
      Map.of(
          "dynamodb", "DynamoDB_20120810",
          "kms", "TrentService",
          "secretsmanager", "secretsmanager",
          "logs", "Logs_20140328");

  private final TestingRuntime runtime;

  ApiCaller(TestingRuntime runtime) {
    this.runtime = runtime;
  }

  /** Somebody with credentials, and where he sends his calls. */
  record Session(URI endpoint, Signed credentials) {
    /**
     * Calls an operation: {@code {api: SERVICE, operation: NAME, body: {}}}, for {@code sts} with
     * parameters of text.
     */
    Answer call(JsonNode does, Signed.Fault fault) throws IOException, InterruptedException {
      String service = does.path("api").asText();
      String operation = does.path("operation").asText();
      if (service.equals("sts")) {
        return query(operation, does.path("body"), fault);
      }
      if (service.equals("lambda")) {
        URI function = endpoint.resolve("/2015-03-31/functions/" + operation + "/invocations");
        return credentials.call(service, function, Map.of(), does.path("body").toString(), fault);
      }
      return credentials.call(
          service,
          endpoint,
          Map.of(
              "X-Amz-Target",
              TARGETS.getOrDefault(service, service) + "." + operation,
              "Content-Type",
              service.equals("dynamodb")
                  ? "application/x-amz-json-1.0"
                  : "application/x-amz-json-1.1"),
          does.path("body").toString(),
          fault);
    }

    private Answer query(String operation, JsonNode parameters, Signed.Fault fault)
        throws IOException, InterruptedException {
      String body =
          "Version=2011-06-15&Action="
              + operation
              + StreamSupport.stream(
                      ((Iterable<Map.Entry<String, JsonNode>>) parameters.properties())
                          .spliterator(),
                      false)
                  .map(each ->
                      "&"
                          + each.getKey()
                          + "="
                          + URLEncoder.encode(each.getValue().asText(), UTF_8))
                  .collect(Collectors.joining());
      return credentials.call(
          "sts",
          endpoint,
          Map.of("Content-Type", "application/x-www-form-urlencoded"),
          body,
          fault);
    }

    /** Takes on a role. */
    Session assume(String role) throws IOException, InterruptedException {
      JsonNode parameters =
          new ObjectMapper()
              .createObjectNode()
              .put("RoleArn", role)
              .put("RoleSessionName", "access");
      Answer answer = query("AssumeRole", parameters, Signed.Fault.NONE);
      if (answer.status() != 200) {
        throw new AssertionError("no session of " + role + ": " + answer);
      }
      return new Session(
          endpoint,
          new Signed(
              element(answer, "AccessKeyId"),
              element(answer, "SecretAccessKey"),
              element(answer, "SessionToken"),
              credentials.region()));
    }

    private static String element(Answer answer, String name) {
      Matcher found = Pattern.compile("<" + name + ">([^<]+)</").matcher(answer.body());
      if (!found.find()) {
        throw new AssertionError("no " + name + ": " + answer);
      }
      return found.group(1);
    }
  }

  /**
   * Who calls.
   *
   * @param who {@code person DEPLOYMENT} or {@code role DEPLOYMENT NAME}, each with an account's
   *     number instead of a deployment where it has none; {@code function NAME} with the
   *     credentials of its environment
   */
  Session as(String who) throws IOException, InterruptedException {
    List<String> words = List.of(who.split(" ", 3));
    if (words.getFirst().equals("function")) {
      return new Session(endpoint(), FunctionProcess.of(words.get(1)).credentials());
    }
    String account = account(words.get(1));
    Session person = person(account);
    return words.getFirst().equals("role")
        ? person.assume("arn:aws:iam::" + account + ":role/" + words.get(2))
        : person;
  }

  /** An account that nothing is deployed in gets its administrator when Terraform comes to it. */
  private String account(String where) {
    if (!where.matches("\\d{12}")) {
      return runtime.deployments().named(where).account();
    }
    runtime.reattach(where, "eu-central-1");
    return where;
  }

  private URI endpoint() {
    return URI.create(runtime.ask(ControlClient.request("credentials")).path("endpoint").asText());
  }

  private Session person(String account) {
    JsonNode all = runtime.ask(ControlClient.request("credentials"));
    for (JsonNode key : all.path("credentials")) {
      if (key.path("account").asText().equals(account)) {
        return new Session(
            URI.create(all.path("endpoint").asText()),
            new Signed(
                key.path("accessKeyId").asText(),
                key.path("secretAccessKey").asText(),
                "",
                key.path("region").asText()));
      }
    }
    throw new AssertionError("no key of " + account);
  }
}
