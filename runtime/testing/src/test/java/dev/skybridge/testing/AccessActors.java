package dev.skybridge.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skybridge.gate.Trace;
import dev.skybridge.network.NetworkInterface;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Those who ask: the client, another network interface, a function's own code. */
final class AccessActors {
  private static final List<String> FOREIGN = List.of("accept");

  private final TestingRuntime runtime;

  private final AppliedInstances instances;

  AccessActors(TestingRuntime runtime, AppliedInstances instances) {
    this.runtime = runtime;
    this.instances = instances;
  }

  /**
   * Lets somebody ask.
   *
   * @param who {@code client}, {@code interface DESCRIPTION} (the beginning of it, or its id),
   *     {@code function NAME}; for AWS's API {@code person DEPLOYMENT} or {@code role DEPLOYMENT
   *     NAME}
   * @param does {@code order tea}, {@code METHOD URL} or {@code {request: METHOD URL, headers: {},
   *     body: TEXT, sign: {...}}} with a signature as {@link AccessSignature} has it; {@code
   *     {connect: HOST:PORT}}; for a function {@code {dynamodb: OPERATION, body: {}, signature:
   *     FAULT}}; for AWS's API {@code {api: SERVICE, operation: NAME, body: {}}}
   */
  AccessOutcome ask(String who, JsonNode does) throws Exception {
    @Nullable Trace last = newest(_ -> true).orElse(null);
    String ends;
    Optional<Answer> answer = Optional.empty();
    try {
      answer = answer(who, does);
      ends = answer.isPresent() ? "answer" : "connected";
    } catch (SocketTimeoutException | HttpTimeoutException e) {
      ends = "time-out";
    } catch (UnknownHostException e) {
      ends = "unknown host";
    } catch (ConnectException e) {
      ends = "refused";
    } catch (SSLException e) {
      ends = "certificate";
    } catch (IOException e) {
      ends = "closed";
    }
    boolean refused = answer.isEmpty() && !ends.equals("connected");
    return new AccessOutcome(ends, answer, trace(answer, last, refused));
  }

  private Optional<Answer> answer(String who, JsonNode does) throws Exception {
    if (does.has("dynamodb")) {
      String function = who.replaceFirst("function ", "");
      return Optional.of(
          FunctionProcess.of(function)
              .signedTables(
                  does.path("dynamodb").asText(), does.path("body").toString(), fault(does)));
    }
    if (does.has("api")) {
      return Optional.of(new ApiCaller(runtime).as(who).call(does, fault(does)));
    }
    VpcClient client = sender(who);
    if (does.has("connect")) {
      String[] where = does.path("connect").asText().split(":", 2);
      client.touch(where[0], Integer.parseInt(where[1]));
      return Optional.empty();
    }
    Request request = request(does);
    if (does.has("sign")) {
      AccessSignature signature = new AccessSignature(does.path("sign"));
      request = signature.on(request, new ApiCaller(runtime).as(signature.who()).credentials());
      if (signature.again()) {
        client.send(request);
      }
    }
    return Optional.of(
        does.path("unverified").asBoolean()
            ? client.sendUnverified(request)
            : client.send(request));
  }

  private static Signed.Fault fault(JsonNode does) {
    return AccessSignature.fault(does.path("signature"));
  }

  private VpcClient sender(String who) {
    if (who.equals("client")) {
      return runtime.from(
          instances
              .attributes("consumer", "aws_instance.client")
              .path("primary_network_interface_id")
              .asText());
    }
    return runtime.from(card(runtime, who).id());
  }

  /** The interface of {@code interface DESCRIPTION} or {@code interface ID}. */
  static NetworkInterface card(TestingRuntime runtime, String who) {
    String named = who.replaceFirst("interface ", "");
    return runtime.networkInterface(
        one -> one.id().equals(named) || one.description().startsWith(named));
  }

  /** The request of a case, without a signature. */
  static Request request(JsonNode does) {
    String line = does.isTextual() ? does.asText() : does.path("request").asText();
    if (line.equals("order tea")) {
      return Orders.tea();
    }
    String[] parts = line.split(" ", 2);
    Request request = Request.of(parts[0], parts[1]);
    for (var header : does.path("headers").properties()) {
      request = request.with(header.getKey(), header.getValue().asText());
    }
    return does.has("body") ? request.body(does.path("body").asText()) : request;
  }

  /** The trace by the answer's id, else the latest that was not there before. */
  private Optional<Trace> trace(Optional<Answer> answer, @Nullable Trace last, boolean refused)
      throws Exception {
    Optional<String> id = answer.flatMap(Answer::traceId);
    Optional<Trace> named = id.flatMap(one -> newest(trace -> isNamed(trace, one)));
    if (named.isPresent()) {
      return named;
    }
    if (refused) {
      // Whoever refused may note it after the client has noticed.
      Await.until(
          "a trace of the refusal",
          () ->
              newest(_ -> true).stream()
                  .anyMatch(trace -> !trace.equals(last) && trace.refusal().isPresent()));
    }
    return newest(_ -> true).filter(trace -> !trace.equals(last));
  }

  /** What a foreign process of this machine tried at a port of the runtime is nobody's request. */
  private Optional<Trace> newest(Predicate<Trace> wanted) {
    return runtime.traces().reversed().stream()
        .filter(trace -> !Gates.names(trace).equals(FOREIGN))
        .filter(wanted)
        .findFirst();
  }

  private static boolean isNamed(Trace trace, String id) {
    return trace.id().equals(id) || trace.aliases().contains(id);
  }
}
