package dev.skybridge.services.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.skybridge.gate.Trace;
import dev.skybridge.network.http.Headers;
import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Context;
import dev.skybridge.policy.Policy;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.PrincipalPolicies;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.AwsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** DynamoDB as a whole: real policies, a stand-in for signatures, any backend. */
final class TestingDynamoDb implements AutoCloseable {
  static final Region REGION = new Region("eu-central-1");
  static final Scope BEVERAGE = new Scope(new AccountId("444455556666"), REGION);
  static final Scope FOOD = new Scope(new AccountId("777788889999"), REGION);

  final DynamoDbService service;
  String rights = "dynamodb:*";
  Optional<String> endpointRights = Optional.empty();
  Scope scope = BEVERAGE;

  /** On the embedded engine. */
  TestingDynamoDb(Path folder) {
    this(folder, new TestingEngine(folder.resolve("dynamodb")));
  }

  TestingDynamoDb(Path folder, Backend backend) {
    service = new DynamoDbService(backend, folder, this::verify, policies());
  }

  private dev.skybridge.services.signature.Caller verify(
      HttpRequest request, Region region, String name) {
    if (!request.headers().contains("Authorization")) {
      throw new AwsException(
          "MissingAuthenticationTokenException", 400, "Request is missing Authentication Token");
    }
    String account = scope.account().value();
    return new dev.skybridge.services.signature.Caller(
        Principal.Identity.session(
            "arn:aws:sts::" + account + ":assumed-role/post/post",
            "arn:aws:iam::" + account + ":role/post",
            scope.account()),
        "ASIAEXAMPLE",
        "AROAEXAMPLE:post",
        List.of(),
        Context.empty());
  }

  private Policies policies() {
    return new Policies() {
      @Override
      public PrincipalPolicies identity(Principal.Identity principal) {
        return PrincipalPolicies.of(List.of(policy(principal.principalArn(), "", rights)));
      }

      @Override
      public Optional<AttachedPolicy> endpoint(String vpcEndpoint) {
        return endpointRights.map(allowed -> policy(vpcEndpoint, "\"Principal\":\"*\",", allowed));
      }
    };
  }

  private static AttachedPolicy policy(String owner, String principal, String action) {
    return new AttachedPolicy(
        owner,
        "orders",
        Policy.parse(
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"Rights\",\"Effect\":\"Allow\","
                + principal
                + "\"Action\":\""
                + action
                + "\",\"Resource\":\"*\"}]}"));
  }

  /** The table of the order functions. */
  static Table orders(Scope scope, String id) {
    TreeMap<String, String> attributes = new TreeMap<>();
    attributes.put("pk", "S");
    attributes.put("dayShard", "S");
    attributes.put("orderedAt", "S");
    return new Table(
        scope,
        "orders",
        id,
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

  void serve(Table... tables) {
    for (Table table : tables) {
      service.put(table);
    }
    service.reconcile();
  }

  HttpResponse call(String operation, String body) throws InterruptedException {
    return call(operation, body, trace());
  }

  HttpResponse call(String operation, String body, Trace trace) throws InterruptedException {
    return send(
        Headers.of("X-Amz-Target", "DynamoDB_20120810." + operation, "Authorization", "signed"),
        body,
        trace);
  }

  HttpResponse send(Headers headers, String body, Trace trace) throws InterruptedException {
    Caller caller =
        new Caller(
            REGION, Optional.of("vpce-1"), Optional.of("vpc-1"), "10.0.0.7", Optional.empty());
    return service.handle(
        caller,
        HttpRequest.outgoing("POST", "/", headers, body.replace('\'', '"').getBytes(UTF_8)),
        trace);
  }

  static Trace trace() {
    return new Trace("t", 0, System::nanoTime);
  }

  @Override
  public void close() {
    service.close();
  }
}
