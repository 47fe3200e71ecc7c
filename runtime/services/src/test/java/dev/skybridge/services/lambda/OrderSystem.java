package dev.skybridge.services.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skybridge.gate.Trace;
import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Context;
import dev.skybridge.policy.Policy;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.PrincipalPolicies;
import dev.skybridge.services.dynamodb.DynamoDbService;
import dev.skybridge.services.dynamodb.Policies;
import dev.skybridge.services.dynamodb.Table;
import dev.skybridge.services.dynamodb.TestingEngine;
import dev.skybridge.services.signature.Caller;
import dev.skybridge.services.signature.KnownKey;
import dev.skybridge.services.signature.SignatureVerifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The order functions, Lambda and DynamoDB together, with real signatures. */
final class OrderSystem implements AutoCloseable {
  static final Path FUNCTIONS = Path.of("../../functions/orders").toAbsolutePath().normalize();
  private static final Path JAR = FUNCTIONS.resolve("target/orders.jar");

  final TestingLambda lambda;
  private final DynamoDbService dynamoDb;
  volatile String rights = "dynamodb:*";

  OrderSystem(Path folder) throws IOException {
    SignatureVerifier verifier = new SignatureVerifier(this::key, InstantSource.system());
    dynamoDb =
        new DynamoDbService(
            new TestingEngine(folder.resolve("dynamodb")),
            folder.resolve("dynamodb"),
            (request, region, service) -> verifier.verify(request, region, service),
            new OwnPolicies());
    lambda = TestingLambda.with(folder, this::reach);
    dynamoDb.put(table());
    dynamoDb.reconcile();
    for (String name : List.of("PostOrder", "GetOrder", "GetOrders")) {
      lambda.service.put(function(name));
    }
    lambda.service.reconcile();
  }

  static boolean isBuilt() {
    return Files.exists(JAR);
  }

  InvocationResult invoke(String name, JsonNode event, Trace trace) throws InterruptedException {
    return lambda.service.invoke(
        TestingLambda.SCOPE.arn("lambda", "function:" + name),
        event.toString().getBytes(StandardCharsets.UTF_8),
        trace);
  }

  private HttpResponse reach(Function function, Egress.Way way, HttpRequest request, Trace trace)
      throws InterruptedException {
    return dynamoDb.handle(
        new dev.skybridge.services.dynamodb.Caller(
            function.scope().region(),
            way.vpcEndpoint(),
            way.vpc(),
            way.sourceAddress(),
            Optional.of(function.arn().toString())),
        request,
        trace);
  }

  private Optional<KnownKey> key(String accessKeyId) {
    String session = accessKeyId.substring("ASIA".length());
    Principal.Identity who =
        Principal.Identity.session(
            "arn:aws:sts::444455556666:assumed-role/probe/" + session,
            TestingLambda.ROLE,
            TestingLambda.SCOPE.account());
    return Optional.of(
        KnownKey.temporary(
            "secret",
            "token",
            Instant.MAX,
            new Caller(who, accessKeyId, "AROA1:" + session, List.of(), Context.empty())));
  }

  private Function function(String name) throws IOException {
    TreeMap<String, String> variables = new TreeMap<>();
    variables.put("MICROSERVICE_TOPIC", "beverage");
    variables.put("MICROSERVICE_OPTIONS", "[\"tea\",\"coffee\"]");
    variables.put("DYNAMODB_TABLE_NAME", "orders");
    variables.put("DYNAMODB_INDEX_NAME", "orders-by-day");
    return new Function(
        TestingLambda.SCOPE,
        name,
        "",
        TestingLambda.ROLE,
        "java21",
        "dev.skybridge.orders." + name,
        512,
        30,
        lambda.service.packages().add(JAR),
        variables,
        List.of("subnet-1"),
        List.of("sg-1"),
        "/aws/lambda/" + name,
        -1);
  }

  private static Table table() {
    TreeMap<String, String> attributes = new TreeMap<>();
    attributes.put("pk", "S");
    attributes.put("dayShard", "S");
    attributes.put("orderedAt", "S");
    return new Table(
        TestingLambda.SCOPE,
        "orders",
        "one",
        attributes,
        new Table.Key("pk", Optional.empty()),
        List.of(
            new Table.Index(
                "orders-by-day",
                new Table.Key("dayShard", Optional.of("orderedAt")),
                "ALL",
                List.of())),
        List.of(),
        Optional.of("expiresAt"),
        false);
  }

  @Override
  public void close() {
    lambda.close();
    dynamoDb.close();
  }

  private final class OwnPolicies implements Policies {
    @Override
    public PrincipalPolicies identity(Principal.Identity principal) {
      return PrincipalPolicies.of(
          List.of(
              new AttachedPolicy(
                  principal.principalArn(),
                  "orders",
                  Policy.parse(
                      "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\""
                          + rights
                          + "\",\"Resource\":\"arn:aws:dynamodb:*:444455556666:table/orders*\"}]}"))));
    }

    @Override
    public Optional<AttachedPolicy> endpoint(String vpcEndpoint) {
      return Optional.empty();
    }
  }
}
