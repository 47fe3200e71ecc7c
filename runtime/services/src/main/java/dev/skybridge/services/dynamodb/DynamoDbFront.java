package dev.skybridge.services.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.gate.Step;
import dev.skybridge.gate.Trace;
import dev.skybridge.gate.Verdict;
import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.policy.Access;
import dev.skybridge.policy.AccessRequest;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Context;
import dev.skybridge.policy.Decision;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.api.Facts;
import dev.skybridge.services.api.Judgement;
import dev.skybridge.services.api.Requester;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What answers a request to DynamoDB: signature, endpoint policy, identity policies, each noted in
 * the trace; then the backend, whose answers leave as AWS's.
 */
final class DynamoDbFront {
  private static final String TARGET = "DynamoDB_20120810.";

  private final Signatures signatures;
  private final Policies policies;
  private final TableKeeper tables;
  private final Backend backend;

  DynamoDbFront(Signatures signatures, Policies policies, TableKeeper tables, Backend backend) {
    this.signatures = signatures;
    this.policies = policies;
    this.tables = tables;
    this.backend = backend;
  }

  HttpResponse handle(Caller caller, HttpRequest request, Trace trace) throws InterruptedException {
    try {
      String target = request.headers().first("X-Amz-Target").orElse("");
      if (!request.method().equals("POST") || !target.startsWith(TARGET)) {
        throw new AwsException("UnknownOperationException", 400, "Unknown operation: " + target);
      }
      Requester who = identify(caller, request, trace);
      String operation = target.substring(TARGET.length());
      if (!Demand.OPERATIONS.contains(operation)) {
        throw new AwsException(
            "UnknownOperationException", 400, "The operation " + operation + " is not served here");
      }
      JsonNode body =
          AwsJson.parse(request.body())
              .orElseThrow(() -> new AwsException("SerializationException", 400, ""));
      Scope scope = new Scope(who.identity().account(), caller.region());
      for (Demand demand : Demand.of(operation, body, scope)) {
        judge(who, caller, demand, trace);
      }
      return ask(scope, operation, request.body(), trace);
    } catch (AwsException e) {
      return AwsJson.refused(e);
    }
  }

  /**
   * Asks the gates of an operation on a table, as for a request that is served, but for its
   * signature.
   *
   * @param body what of the request is known
   * @throws AwsException at the first gate that refuses
   */
  void judge(
      Requester who, Caller caller, String operation, JsonNode body, Scope scope, Trace trace) {
    for (Demand demand : Demand.of(operation, body, scope)) {
      judge(who, caller, demand, trace);
    }
  }

  private Requester identify(Caller caller, HttpRequest request, Trace trace) {
    long start = System.nanoTime();
    try {
      var who = signatures.verify(request, caller.region(), "dynamodb");
      note(
          trace,
          "signature",
          "dynamodb",
          start,
          () -> Verdict.allow(who.identity().arn(), "its key signed"));
      Context.Builder facts = who.bound().toBuilder();
      request.headers().first("User-Agent").ifPresent(agent -> facts.put("aws:UserAgent", agent));
      return new Requester(who, facts.build(), trace);
    } catch (AwsException e) {
      note(
          trace,
          "signature",
          "dynamodb",
          start,
          () -> Verdict.refuse("dynamodb", e.code(), e.awsMessage()));
      throw e;
    }
  }

  private void judge(Requester who, Caller caller, Demand demand, Trace trace) {
    Context facts =
        ConditionFacts.of(demand, caller, Instant.now(), tables.partitionKey(demand.resource()));
    AccessRequest request =
        new AccessRequest(
            who.identity(),
            demand.action(),
            demand.resource().toString(),
            new AccountId(demand.resource().account()),
            Facts.both(who.facts(), facts));
    Optional<AttachedPolicy> endpoint = caller.vpcEndpoint().flatMap(policies::endpoint);
    if (endpoint.isPresent()) {
      long start = System.nanoTime();
      Decision decision = Access.decideEndpoint(endpoint.get(), request);
      note(trace, "endpoint policy", endpoint.get().owner(), start, decision::verdict);
      require(decision, request);
    }
    long start = System.nanoTime();
    Decision decision =
        Judgement.identityAndResource(policies::identity, who, Optional.empty(), request);
    String gate = who.identity().roleArn().isPresent() ? "role policy" : "user policy";
    note(trace, gate, who.identity().principalArn(), start, decision::verdict);
    require(decision, request);
  }

  private static void require(Decision decision, AccessRequest request) {
    if (!decision.allowed()) {
      throw new AwsException("AccessDeniedException", 400, decision.awsMessage(request));
    }
  }

  private HttpResponse ask(Scope scope, String operation, byte[] body, Trace trace)
      throws InterruptedException {
    long start = System.nanoTime();
    try {
      tables.awaitSettled();
      Backend.Answer answer = backend.call(scope, operation, body);
      note(
          trace,
          "dynamodb",
          operation,
          start,
          () -> Verdict.allow("dynamodb", operation + ": " + answer.status()));
      return trueAnswer(scope, answer);
    } catch (IOException e) {
      System.getLogger(DynamoDbFront.class.getName())
          .log(System.Logger.Level.WARNING, "no answer from the tables' backend", e);
      note(
          trace,
          "dynamodb",
          operation,
          start,
          () -> Verdict.refuse("dynamodb", "backend", String.valueOf(e.getMessage())));
      return AwsJson.error(500, "InternalServerError", "Internal server error");
    }
  }

  private static void note(
      Trace trace, String gate, String place, long start, Supplier<Verdict> verdict) {
    trace.add(new Step(gate, place, verdict.get(), Math.max(0, System.nanoTime() - start)));
  }

  /** The backend's answer with AWS's ARNs and AWS's shape of errors. */
  private static HttpResponse trueAnswer(Scope scope, Backend.Answer answer) {
    byte[] body = answer.body();
    if (answer.status() != 200) {
      Optional<JsonNode> error = AwsJson.parse(body);
      if (error.isPresent() && error.get() instanceof ObjectNode object && object.has("Message")) {
        object.set("message", object.remove("Message"));
        body = AwsJson.bytes(object);
      }
    }
    String text = AwsJson.text(body);
    if (text.contains(":ddblocal:")) {
      String mine = scope.arn("dynamodb", "").toString();
      body = text.replace("arn:aws:dynamodb:ddblocal:000000000000:", mine).getBytes(UTF_8);
    }
    return AwsJson.answer(answer.status(), body);
  }
}
