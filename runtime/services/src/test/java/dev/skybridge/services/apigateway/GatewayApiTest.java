package dev.skybridge.services.apigateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.skybridge.gate.TraceLog;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.api.TestingEndpoint;
import java.io.IOException;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** API Gateway's API as a client sees it: signed requests in, JSON out. */
class GatewayApiTest {
  private static final Scope SCOPE =
      new Scope(TestingEndpoint.ACCOUNT, new Region(TestingEndpoint.REGION));
  private static final String API = "abcdef1234";
  private static final String ROOT = "rootrootid";
  private static final Instant CREATED = Instant.parse("2026-11-24T10:00:00Z");
  private static final Details DETAILS =
      new Details(
          Optional.of("orders"), Optional.of(CREATED), Optional.of(CREATED), Map.of("team", "tea"));

  private final RecordingFunctions functions = new RecordingFunctions();
  private final ApiGateway gateway =
      new ApiGateway(
          new KnownCallers(World.CLOCK),
          functions,
          (name, endpoints) -> {},
          new TraceLog(10),
          World.CLOCK);
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-25T01:00:00Z"));
  private final TestingEndpoint endpoint =
      new TestingEndpoint(now, id -> Optional.empty(), List.of(GatewayApi.service(gateway)));

  @BeforeEach
  void deploy() {
    RestApi api =
        new RestApi(
            SCOPE,
            API,
            "beverage",
            gateway.checks().document(World.document("orders.yaml"), true),
            Optional.of(gateway.checks().policy(SCOPE, API, World.OPEN_POLICY)),
            new EndpointConfiguration(
                EndpointConfiguration.Type.PRIVATE, List.of(World.ENDPOINT), true),
            List.of(),
            Optional.of(ROOT),
            DETAILS);
    gateway.put(api);
    gateway.put(new Deployment("dep123", api, DETAILS));
    gateway.put(Stage.of(SCOPE, API, "v1", "dep123", Map.of("colour", "green")).with(DETAILS));
    gateway.put(
        new DomainName(SCOPE, World.DOMAIN, "arn:certificate", "d-abc.example", "Z1", DETAILS));
    gateway.put(new BasePathMapping(SCOPE, World.DOMAIN, "v1", API, Optional.of("v1")));
    gateway.put(new BasePathMapping(SCOPE, World.DOMAIN, "", API, Optional.empty()));
  }

  @Test
  void anApiIsDescribed() throws Exception {
    JsonNode api = get("/restapis/" + API);
    assertThat(api.path("name").asText()).isEqualTo("beverage");
    assertThat(api.path("createdDate").asLong()).isEqualTo(CREATED.getEpochSecond());
    assertThat(api.path("rootResourceId").asText()).isEqualTo(ROOT);
    assertThat(api.path("disableExecuteApiEndpoint").asBoolean()).isTrue();
    assertThat(api.at("/endpointConfiguration/types/0").asText()).isEqualTo("PRIVATE");
    assertThat(api.at("/endpointConfiguration/vpcEndpointIds/0").asText())
        .isEqualTo(World.ENDPOINT);
    assertThat(api.at("/tags/team").asText()).isEqualTo("tea");
    assertThat(new ObjectMapper().readTree("\"" + api.path("policy").asText() + "\"").asText())
        .as("the policy is the inside of a JSON string")
        .isEqualTo(
            gateway
                .api(SCOPE.region(), API)
                .orElseThrow()
                .policy()
                .orElseThrow()
                .policy()
                .toString());
    assertThat(get("/restapis").at("/item/0/id").asText()).isEqualTo(API);
  }

  @Test
  void resourcesAreATreeWithIds() throws Exception {
    JsonNode tree = get("/restapis/" + API + "/resources?embed=methods");
    List<String> paths = new ArrayList<>();
    tree.path("item").forEach(each -> paths.add(each.path("path").asText()));
    assertThat(paths).containsExactly("/", "/orders", "/orders/{orderId}");
    JsonNode orders = tree.at("/item/1");
    assertThat(tree.at("/item/0/id").asText()).isEqualTo(ROOT);
    assertThat(orders.path("parentId").asText()).isEqualTo(ROOT);
    assertThat(orders.path("pathPart").asText()).isEqualTo("orders");
    JsonNode post = orders.at("/resourceMethods/POST");
    assertThat(post.path("operationName").asText()).isEqualTo("postOrder");
    assertThat(post.at("/methodIntegration/type").asText()).isEqualTo("AWS_PROXY");
    assertThat(post.path("requestModels").has("application/json")).isTrue();
    assertThat(get("/restapis/" + API + "/resources").at("/item/1/resourceMethods").toString())
        .isEqualTo("{\"GET\":{},\"POST\":{}}");
    String path = "/restapis/" + API + "/resources/" + orders.path("id").asText();
    assertThat(get(path).path("path").asText()).isEqualTo("/orders");
    assertThat(get(path + "/methods/POST")).isEqualTo(post);
    assertThat(get(path + "/methods/POST/integration")).isEqualTo(post.path("methodIntegration"));
    assertThat(post.path("requestValidatorId").asText())
        .isEqualTo(get("/restapis/" + API + "/requestvalidators").at("/item/0/id").asText());
    assertThat(post.at("/methodResponses").size()).isPositive();
  }

  @Test
  void listingsArePagedByPosition() throws Exception {
    List<String> paths = new ArrayList<>();
    String position = "";
    do {
      JsonNode page = get("/restapis/" + API + "/resources?limit=2" + position);
      page.path("item").forEach(each -> paths.add(each.path("path").asText()));
      position = page.has("position") ? "&position=" + page.path("position").asText() : "";
    } while (!position.isEmpty());
    assertThat(paths).containsExactly("/", "/orders", "/orders/{orderId}");
    assertThat(send("GET", "/restapis?position=x", "").status()).isEqualTo(400);
  }

  @Test
  void modelsStagesDeploymentsAndDomainNamesAreTold() throws Exception {
    JsonNode models = get("/restapis/" + API + "/models");
    String name = models.at("/item/0/name").asText();
    assertThat(get("/restapis/" + API + "/models/" + name)).isEqualTo(models.at("/item/0"));
    assertThat(models.at("/item/0/schema").asText()).contains("draft-04");
    JsonNode stage = get("/restapis/" + API + "/stages/v1");
    assertThat(stage.path("deploymentId").asText()).isEqualTo("dep123");
    assertThat(stage.at("/variables/colour").asText()).isEqualTo("green");
    assertThat(get("/restapis/" + API + "/stages").at("/item/0")).isEqualTo(stage);
    assertThat(get("/restapis/" + API + "/deployments/dep123").path("description").asText())
        .isEqualTo("orders");
    assertThat(get("/restapis/" + API + "/deployments").path("item")).hasSize(1);
    JsonNode domain = get("/domainnames/" + World.DOMAIN);
    assertThat(domain.path("regionalDomainName").asText()).isEqualTo("d-abc.example");
    assertThat(get("/domainnames").at("/item/0")).isEqualTo(domain);
    JsonNode mappings = get("/domainnames/" + World.DOMAIN + "/basepathmappings");
    assertThat(mappings.at("/item/0/basePath").asText()).isEqualTo("(none)");
    assertThat(mappings.at("/item/1/stage").asText()).isEqualTo("v1");
    assertThat(get("/domainnames/" + World.DOMAIN + "/basepathmappings/(none)").path("restApiId"))
        .isEqualTo(mappings.at("/item/0/restApiId"));
    String arn = "arn:aws:apigateway:eu-central-1::/restapis/" + API + "/stages/v1";
    assertThat(get("/tags/" + URLEncoder.encode(arn, UTF_8)).at("/tags/team").asText())
        .isEqualTo("tea");
  }

  @Test
  void theDefinitionIsExported() throws Exception {
    String export = "/restapis/" + API + "/stages/v1/exports/oas30";
    assertThat(get(export).toString())
        .contains("\"/orders/{orderId}\"")
        .doesNotContain("x-amazon-apigateway");
    assertThat(get(export + "?extensions=integrations").toString())
        .contains("x-amazon-apigateway-integration");
    assertThat(send("GET", export.replace("oas30", "swagger"), "").status()).isEqualTo(400);
  }

  @Test
  void whatIsNotThereIsNotFoundInAwssWords() throws Exception {
    assertNotFound("/restapis/none", "Invalid API identifier specified 111122223333:none");
    String api = "/restapis/" + API;
    assertNotFound(api + "/resources/none", "Invalid Resource identifier specified");
    assertNotFound(
        api + "/resources/" + ROOT + "/methods/GET", "Invalid Method identifier specified");
    assertNotFound(api + "/stages/none", "Invalid stage identifier specified");
    assertNotFound(api + "/deployments/none", "Invalid Deployment identifier specified");
    assertNotFound("/domainnames/none", "Invalid domain name identifier specified");
    assertNotFound(
        "/domainnames/" + World.DOMAIN + "/basepathmappings/none",
        "Invalid base path mapping identifier specified");
  }

  @Test
  void aCallerWithoutTheRightIsDenied() throws Exception {
    endpoint.rights = "apigateway:POST";
    HttpResponse response = send("GET", "/restapis/" + API, "");
    assertThat(response.status()).isEqualTo(403);
    assertThat(response.text())
        .contains(
            "is not authorized to perform: apigateway:GET on resource:"
                + " arn:aws:apigateway:eu-central-1::/restapis/abcdef1234 because no"
                + " identity-based policy allows the apigateway:GET action");
  }

  @Test
  void aTestRunsTheMethodAsALambdaProxyWould() throws Exception {
    functions.answer(
        new InvokeResult.Returned(
            "{\"statusCode\":201,\"headers\":{\"X-Order\":\"7\"},\"body\":\"made\"}"
                .getBytes(UTF_8)));
    JsonNode result =
        test(
            "orders/{orderId}",
            "GET",
            "{\"pathWithQueryString\":\"/orders/7?full=yes\","
                + "\"headers\":{\"Accept\":\"text/plain\"},"
                + "\"stageVariables\":{\"colour\":\"red\"}}");
    assertThat(result.path("status").asInt()).isEqualTo(201);
    assertThat(result.path("body").asText()).isEqualTo("made");
    assertThat(result.at("/headers/X-Order").asText()).isEqualTo("7");
    assertThat(result.at("/multiValueHeaders/X-Order/0").asText()).isEqualTo("7");
    assertThat(result.path("latency").isIntegralNumber()).isTrue();
    assertThat(functions.sources())
        .containsExactly(
            "arn:aws:execute-api:eu-central-1:111122223333:abcdef1234/test-invoke-stage/GET/orders/*"
                + " of 111122223333");
    JsonNode event = new ObjectMapper().readTree(functions.events().getFirst());
    assertThat(event.at("/pathParameters/orderId").asText()).isEqualTo("7");
    assertThat(event.at("/queryStringParameters/full").asText()).isEqualTo("yes");
    assertThat(event.at("/headers").toString()).isEqualTo("{\"Accept\":\"text/plain\"}");
    assertThat(event.at("/stageVariables/colour").asText()).isEqualTo("red");
    assertThat(event.at("/requestContext/stage").asText()).isEqualTo("test-invoke-stage");
    assertThat(event.at("/requestContext/identity/sourceIp").asText())
        .isEqualTo("test-invoke-source-ip");
    assertThat(event.at("/requestContext/identity/userArn").asText())
        .isEqualTo("arn:aws:iam::111122223333:user/max");
    assertThat(result.path("log").asText())
        .startsWith("Execution log for request ")
        .contains(
            " : HTTP Method: GET, Resource Path: /orders/{orderId}\n",
            " : Method request path: {orderId=7}\n",
            " : Endpoint response body before transformations: {\"statusCode\":201",
            " : Method completed with status: 201\n");
  }

  @Test
  void aTestOfABadBodyNeverReachesTheFunction() throws Exception {
    JsonNode result = test("orders", "POST", "{\"body\":\"{}\"}");
    assertThat(result.path("status").asInt()).isEqualTo(400);
    assertThat(result.path("body").asText()).contains("Invalid request body");
    assertThat(functions.events()).isEmpty();
    assertThat(result.path("log").asText()).contains("Request validation failed");
  }

  @Test
  void aTestWithoutPermissionFailsAsAConfigurationError() throws Exception {
    functions.permit(false);
    JsonNode result = test("orders", "GET", "{}");
    assertThat(result.path("status").asInt()).isEqualTo(500);
    assertThat(result.path("body").asText()).contains("Internal server error");
    assertThat(result.path("log").asText())
        .contains("configuration error: Invalid permissions on Lambda function");
    endpoint.rights = "apigateway:GET";
    assertThat(send("POST", methodPath("orders", "GET"), "{}").status()).isEqualTo(403);
  }

  private JsonNode test(String path, String verb, String body) throws Exception {
    return json(send("POST", methodPath(path, verb), body));
  }

  private String methodPath(String path, String verb) {
    String id = gateway.api(SCOPE.region(), API).orElseThrow().resourceId("/" + path);
    return "/restapis/" + API + "/resources/" + id + "/methods/" + verb;
  }

  private void assertNotFound(String path, String message) throws Exception {
    HttpResponse response = send("GET", path, "");
    assertThat(response.status()).isEqualTo(404);
    assertThat(response.headers().first("x-amzn-ErrorType")).contains("NotFoundException");
    assertThat(response.text()).contains("\"message\":\"" + message + "\"");
  }

  private JsonNode get(String path) throws Exception {
    return json(send("GET", path, ""));
  }

  private static JsonNode json(HttpResponse response) throws IOException {
    assertThat(response.status()).as(response.text()).isEqualTo(200);
    return new ObjectMapper().readTree(response.body());
  }

  private HttpResponse send(String method, String path, String body) throws InterruptedException {
    return endpoint.rest(
        "apigateway",
        method,
        path,
        Map.of("Content-Type", "application/json", "Accept", "application/json"),
        body);
  }
}
