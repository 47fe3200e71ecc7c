package dev.skybridge.app.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.app.UserError;
import dev.skybridge.gate.Step;
import dev.skybridge.gate.Trace;
import dev.skybridge.gate.Verdict;
import dev.skybridge.policy.NearName;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.iam.AccessKeys;
import dev.skybridge.services.lambda.Function;
import dev.skybridge.services.logs.LogEvent;
import dev.skybridge.services.sts.Session;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the command line may ask of a running runtime. */
public final class ControlRequests {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SkybridgeRuntime runtime;
  private final AccessRequests access;
  private final StartTimes start;

  /**
   * @param start how the start went
   */
  public ControlRequests(SkybridgeRuntime runtime, StartTimes start) {
    this.runtime = runtime;
    this.access = new AccessRequests(runtime);
    this.start = start;
  }

  /**
   * Answers one request: an object with {@code command} and what belongs to it.
   *
   * @throws UserError for what the user can mend
   */
  public JsonNode answer(JsonNode request) {
    return switch (request.path("command").asText()) {
      case "status" -> new Status(runtime).json(request.path("states"), start);
      case "client" -> client();
      case "reattach" ->
          object()
              .put(
                  "reattach",
                  runtime.reattach(
                      request.path("account").asText(), request.path("region").asText()));
      case "trace" -> trace(request.path("id").asText("last"));
      case "traces" -> traces(request.path("lines").asInt(20));
      case "explain" -> access.explain(request, found(request.path("id").asText("last")));
      case "check" -> access.check(request);
      case "matrix" -> access.matrix(request.path("all").asBoolean());
      case "what-if" -> access.whatIf(request);
      case "logs" -> logs(request.path("function").asText(), request.path("lines").asInt(100));
      case "credentials" -> credentials();
      case "assume" -> assume(request.path("role").asText());
      case "tables" -> new DataRequests(runtime.services().dynamoDb).tables();
      case "dynamodb" -> new DataRequests(runtime.services().dynamoDb).call(request);
      case "stop" -> {
        runtime.stop();
        yield object();
      }
      default ->
          throw new UserError(
              "control request " + request.path("command") + ": not known",
              "Use the skybridge command of this version.");
    };
  }

  private ObjectNode client() {
    int port =
        runtime
            .client()
            .port()
            .orElseThrow(() ->
                new UserError(
                    "there is no client instance, so there is no door to the VPC",
                    "Apply the consumer: ./skybridge apply"));
    return object()
        .put("socksPort", port)
        .put("certificateAuthority", runtime.certificateAuthority().toString())
        .put("domain", new Status(runtime).domain());
  }

  private ObjectNode credentials() {
    ObjectNode json = object().put("endpoint", runtime.api().url());
    var array = json.putArray("credentials");
    for (AccessKeys.AccessKey key : runtime.services().administrators.all()) {
      array
          .addObject()
          .put("account", key.scope().account().value())
          .put("region", key.scope().region().name())
          .put("accessKeyId", key.id())
          .put("secretAccessKey", key.secret());
    }
    return json;
  }

  private ObjectNode assume(String role) {
    RoleAssumption.Assumed assumed = new RoleAssumption(runtime.services()).assume(role);
    Session session = assumed.session();
    return object()
        .put("accessKeyId", session.accessKeyId())
        .put("secretAccessKey", session.secretAccessKey())
        .put("sessionToken", session.sessionToken())
        .put("expires", session.expires().toString())
        .put("role", session.identity().principalArn())
        .put("region", assumed.region());
  }

  private Trace found(String id) {
    Optional<Trace> found =
        id.equals("last") ? runtime.services().traces.last() : runtime.services().traces.find(id);
    return found.orElseThrow(() ->
        new UserError(
            id.equals("last") ? "no request was seen yet" : "request " + id + ": not known",
            "Ids are X-Amzn-Trace-Id roots and x-amzn-RequestId values; the latest 2000 are kept."));
  }

  private ObjectNode trace(String id) {
    Trace trace = found(id);
    ObjectNode json =
        object()
            .put("id", trace.id())
            .put("start", trace.startMillis())
            .put("request", trace.request())
            .put("outcome", trace.outcome());
    trace.aliases().forEach(json.putArray("aliases")::add);
    var steps = json.putArray("steps");
    trace.steps().forEach(step -> steps.add(step(step)));
    return json;
  }

  /** The latest requests, the newest last. */
  private ObjectNode traces(int most) {
    List<Trace> all = runtime.services().traces.all();
    ObjectNode json = object();
    var rows = json.putArray("traces");
    for (Trace trace : all.subList(Math.max(0, all.size() - most), all.size())) {
      ObjectNode row =
          rows.addObject()
              .put("id", trace.id())
              .put("start", trace.startMillis())
              .put("request", trace.request())
              .put("outcome", trace.outcome());
      trace.refusal().ifPresent(step -> row.put("refusedAt", step.gate()));
    }
    return json;
  }

  private static ObjectNode step(Step step) {
    ObjectNode json =
        object()
            .put("gate", step.gate())
            .put("place", step.place())
            .put("allowed", step.verdict().allowed())
            .put("owner", step.verdict().rule().owner())
            .put("rule", step.verdict().rule().text())
            .put("nanos", step.nanos());
    if (step.verdict() instanceof Verdict.Refused refused) {
      json.put("reason", refused.reason());
    }
    return json;
  }

  private ObjectNode logs(String name, int lines) {
    List<Function> functions = runtime.services().lambda.functions();
    Function function =
        functions.stream()
            .filter(each -> each.name().equals(name) || each.arn().toString().equals(name))
            .findFirst()
            .orElseThrow(() ->
                new UserError(
                    "function "
                        + name
                        + ": there is none of that name"
                        + NearName.hint(name, functions.stream().map(Function::name).toList()),
                    "Use one of: "
                        + functions.stream().map(Function::name).collect(Collectors.joining(", "))
                        + "."));
    ObjectNode json = object().put("function", name).put("group", function.logGroup());
    var array = json.putArray("lines");
    var events = json.putArray("events");
    try {
      for (LogEvent event :
          runtime.services().logs.tail(function.scope(), function.logGroup(), lines)) {
        array.add(event.message());
        events
            .addObject()
            .put("millis", event.millis())
            .put("stream", event.stream())
            .put("message", event.message());
      }
    } catch (AwsException e) {
      throw new UserError(
          "log of " + name + ": " + e.getMessage(), "Invoke the function first.", e);
    }
    return json;
  }

  private static ObjectNode object() {
    return JSON.createObjectNode();
  }
}
