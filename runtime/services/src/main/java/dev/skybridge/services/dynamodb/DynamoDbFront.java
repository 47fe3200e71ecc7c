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
import java.util.List;
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
      Optional<Decision> refusal = refusal(who, caller, Demand.of(operation, body, scope), trace);
      if (refusal.isPresent()) {
        Decision refused = refusal.get();
        throw new AwsException("AccessDeniedException", 400, refused.awsMessage(refused.request()));
      }
      return ask(scope, operation, request.body(), trace);
    } catch (AwsException e) {
      return AwsJson.refused(e);
    }
  }

  /**
   * Whether the gates of an operation on a table let it pass, asked as for a request that is
   * served, but for its signature.
   *
   * @param body what of the request is known
   */
  boolean judge(Requester who, Caller caller, String operation, JsonNode body, Scope scope) {
    return refusal(who, caller, Demand.of(operation, body, scope), who.trace()).isEmpty();
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

  /** The first refusal of what a request demands. */
  private Optional<Decision> refusal(
      Requester who, Caller caller, List<Demand> demands, Trace trace) {
    Context facts = Facts.both(who.facts(), ConditionFacts.of(caller, Instant.now()));
    return demands.stream()
        .flatMap(demand -> refusal(who, caller, request(who, facts, demand), trace).stream())
        .findFirst();
  }

  private AccessRequest request(Requester who, Context facts, Demand demand) {
    return new AccessRequest(
        who.identity(),
        demand.action(),
        demand.resource().toString(),
        new AccountId(demand.resource().account()),
        ConditionFacts.of(facts, demand, tables.partitionKey(demand.resource())));
  }

  private Optional<Decision> refusal(
      Requester who, Caller caller, AccessRequest request, Trace trace) {
    Optional<AttachedPolicy> endpoint = caller.vpcEndpoint().flatMap(policies::endpoint);
    if (endpoint.isPresent()) {
      long start = System.nanoTime();
      Decision decision = Access.decideGatewayEndpoint(endpoint.get(), request);
      note(trace, "endpoint policy", endpoint.get().owner(), start, decision::verdict);
      if (!decision.allowed()) {
        return Optional.of(decision);
      }
    }
    long start = System.nanoTime();
    Decision decision =
        Judgement.identityAndResource(policies::identity, who, Optional.empty(), request);
    String gate = who.identity().roleArn().isPresent() ? "role policy" : "user policy";
    note(trace, gate, who.identity().principalArn(), start, decision::verdict);
    return decision.allowed() ? Optional.empty() : Optional.of(decision);
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
