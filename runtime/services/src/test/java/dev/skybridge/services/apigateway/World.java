package dev.skybridge.services.apigateway;

import dev.skybridge.gate.TraceLog;
import dev.skybridge.network.Ipv4;
import dev.skybridge.network.http.Headers;
import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.network.http.HttpVersion;
import dev.skybridge.network.http.Peer;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Dialect;
import dev.skybridge.policy.Policy;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.apigateway.openapi.ApiDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One private API, deployed and mapped, behind one endpoint; no sockets. Requests come from the
 * load balancer's address 192.168.2.20.
 */
final class World {
  static final Scope SCOPE = new Scope(new AccountId("444455556666"), new Region("eu-central-1"));
  static final String API = "abcdef1234";
  static final String ENDPOINT = "vpce-0a1b2c3d4e5f60718";
  static final String VPC = "vpc-0123456789abcdef0";
  static final String DOMAIN = "beverage.cross-account-microservices.com";
  static final String OPEN_POLICY =
      """
      {"Version": "2012-10-17", "Statement": [
        {"Sid": "AllowInvoke", "Effect": "Allow", "Principal": "*",
         "Action": "execute-api:Invoke", "Resource": "execute-api:/*"},
        {"Sid": "DenyOtherEndpoints", "Effect": "Deny", "Principal": "*",
         "Action": "execute-api:Invoke", "Resource": "execute-api:/*",
         "Condition": {"StringNotEquals": {"aws:SourceVpce": "vpce-0a1b2c3d4e5f60718"}}}]}
      """;

  final RecordingFunctions functions = new RecordingFunctions();
  final Map<String, Map<String, String>> names = new HashMap<>();
  final TraceLog traces = new TraceLog(10);
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T05:06:07.890Z"), ZoneOffset.UTC);

  final KnownCallers callers = new KnownCallers(CLOCK);
  final ApiGateway gateway = new ApiGateway(callers, functions, names::put, traces, CLOCK);
  private Arrival arrival = new Arrival(SCOPE.region(), ENDPOINT, VPC, Optional.empty());

  /** The API of {@code document}, deployed to stage {@code v1} and mapped to the domain at v1. */
  World(String document, String policy, List<String> binaryMediaTypes) {
    RestApi api = api(document, policy, binaryMediaTypes);
    gateway.put(api);
    deploy(api, "dep123");
    gateway.put(
        new DomainName(SCOPE, DOMAIN, "arn:aws:acm:eu-central-1:444455556666:certificate/1"));
    gateway.put(new BasePathMapping(SCOPE, DOMAIN, "v1", API, Optional.of("v1")));
  }

  /** The API of the orders service. */
  static World orders() {
    return new World(document("orders.yaml"), OPEN_POLICY, List.of());
  }

  /** The same with methods that want a signature. */
  static World signed(String policy) {
    String open = "      x-amazon-apigateway-integration:\n";
    return new World(
        document("orders.yaml")
            .replace(open, "      x-amazon-apigateway-auth: {type: AWS_IAM}\n" + open),
        policy,
        List.of());
  }

  static String document(String name) {
    try {
      return Files.readString(Path.of("src/test/resources/apigateway", name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  RestApi api(String document, String policy, List<String> binaryMediaTypes) {
    ApiDocument parsed = gateway.checks().document(document, true);
    return new RestApi(
        SCOPE,
        API,
        "beverage",
        parsed,
        policy.isBlank()
            ? Optional.empty()
            : Optional.of(gateway.checks().policy(SCOPE, API, policy)),
        new EndpointConfiguration(
            EndpointConfiguration.Type.PRIVATE,
            List.of(ENDPOINT),
            parsed.endpoint().disableExecuteApiEndpoint()),
        binaryMediaTypes);
  }

  void deploy(RestApi api, String deploymentId) {
    gateway.put(new Deployment(deploymentId, api));
    gateway.put(Stage.of(SCOPE, api.id(), "v1", deploymentId, Map.of()));
  }

  /** Gives the endpoint a policy. */
  void endpointPolicy(String json) {
    arrival =
        new Arrival(
            SCOPE.region(),
            ENDPOINT,
            VPC,
            Optional.of(new AttachedPolicy(ENDPOINT, "", Policy.parse(json, Dialect.RESOURCE))));
  }

  /** Lets requests come over another endpoint. */
  void arriveOver(String endpointId) {
    arrival = new Arrival(SCOPE.region(), endpointId, VPC, arrival.policy());
  }

  HttpResponse send(String method, String target, Headers headers, byte[] body)
      throws InterruptedException {
    Peer peer =
        new Peer(
            Ipv4.parse("192.168.2.20"),
            40000,
            Optional.of("eni-alb"),
            Ipv4.parse("192.168.2.10"),
            443,
            Optional.of(new Peer.Tls("TLSv1.2", "ECDHE-RSA-AES128-GCM-SHA256", Optional.empty())),
            Optional.empty(),
            List.of());
    return gateway.handle(
        arrival, new HttpRequest(method, target, HttpVersion.HTTP_1_1, headers, body, peer));
  }

  /** A GET without a body. */
  HttpResponse get(String host, String target) throws InterruptedException {
    return send("GET", target, Headers.of("Host", host), new byte[0]);
  }
}
