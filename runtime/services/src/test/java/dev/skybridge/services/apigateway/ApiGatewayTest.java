package dev.skybridge.services.apigateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skybridge.gate.Trace;
import dev.skybridge.network.http.Headers;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.network.http.Peer;
import dev.skybridge.network.http.RefusedRequest;
import dev.skybridge.services.AwsException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApiGatewayTest {
  @Test
  void aChangeShowsOnlyAfterAnotherDeployment() throws InterruptedException {
    World world = World.orders();
    String renamed = World.document("orders.yaml").replace("/orders", "/drinks");
    RestApi changed = world.api(renamed, World.OPEN_POLICY, List.of());

    world.gateway.put(changed);
    assertThat(world.get(World.DOMAIN, "/v1/orders").status()).isEqualTo(200);
    assertThat(world.get(World.DOMAIN, "/v1/drinks").status()).isEqualTo(403);

    world.deploy(changed, "dep456");
    assertThat(world.get(World.DOMAIN, "/v1/orders").status()).isEqualTo(403);
    assertThat(world.get(World.DOMAIN, "/v1/drinks").status()).isEqualTo(200);
  }

  @Test
  void aPolicyTooShowsOnlyAfterAnotherDeployment() throws InterruptedException {
    World world = World.orders();
    RestApi closed = world.api(World.document("orders.yaml"), "", List.of());

    world.gateway.put(closed);
    assertThat(world.get(World.DOMAIN, "/v1/orders").status()).isEqualTo(200);

    world.deploy(closed, "dep456");
    assertThat(world.get(World.DOMAIN, "/v1/orders").text())
        .isEqualTo("{\"message\":\"Forbidden\"}");
  }

  @Test
  void theTraceTellsWhatEachGateTook() throws InterruptedException {
    World world = World.orders();
    assertThat(world.get(World.DOMAIN, "/v1/orders").status()).isEqualTo(200);

    assertThat(world.traces.last().orElseThrow().steps())
        .filteredOn(step -> List.of("route", "resource policy").contains(step.gate()))
        .hasSize(2)
        .allSatisfy(step -> assertThat(step.nanos()).isPositive());
  }

  @Test
  void aDisabledDefaultEndpointLeavesTheCustomDomainName() throws InterruptedException {
    World world = World.orders();
    RestApi api = world.api(World.document("orders.yaml"), World.OPEN_POLICY, List.of());
    EndpointConfiguration disabled =
        new EndpointConfiguration(EndpointConfiguration.Type.PRIVATE, List.of(), true);
    world.deploy(
        new RestApi(
            api.scope(), api.id(), api.name(), api.document(), api.policy(), disabled, List.of()),
        "dep456");

    assertThat(world.get(World.DOMAIN, "/v1/orders").status()).isEqualTo(200);
    assertThat(
            world.get("abcdef1234.execute-api.eu-central-1.amazonaws.com", "/v1/orders").status())
        .isEqualTo(403);
  }

  @Test
  void aRegionalApiCannotBeCalledThroughAnEndpoint() throws InterruptedException {
    World world = World.orders();
    RestApi api = world.api(World.document("orders.yaml"), World.OPEN_POLICY, List.of());
    EndpointConfiguration regional =
        new EndpointConfiguration(EndpointConfiguration.Type.REGIONAL, List.of(), false);
    world.deploy(
        new RestApi(
            api.scope(), api.id(), api.name(), api.document(), api.policy(), regional, List.of()),
        "dep456");

    assertThat(world.get(World.DOMAIN, "/v1/orders").text())
        .isEqualTo("{\"message\":\"Forbidden\"}");
  }

  @Test
  void aMappingWithoutStageTakesItFromThePath() throws InterruptedException {
    World world = World.orders();
    world.gateway.put(
        new BasePathMapping(World.SCOPE, World.DOMAIN, "", World.API, Optional.empty()));
    world.gateway.removeMapping(World.SCOPE, World.DOMAIN, "v1");

    assertThat(world.get(World.DOMAIN, "/v1/orders").status()).isEqualTo(200);
    assertThat(world.get(World.DOMAIN, "/v2/orders").status()).isEqualTo(403);
  }

  @Test
  void lambdaIsAskedForTheMethodAndPathOfTheStage() throws InterruptedException {
    World world = World.orders();

    world.get(World.DOMAIN, "/v1/orders/17");

    assertThat(world.functions.sources())
        .containsExactly(
            "arn:aws:execute-api:eu-central-1:444455556666:abcdef1234/v1/GET/orders/*"
                + " of 444455556666");
  }

  @Test
  void bytesThatAreNoTextArriveInBase64() throws InterruptedException {
    World world = World.orders();

    world.send(
        "POST",
        "/v1/orders",
        Headers.of("Host", World.DOMAIN, "Content-Type", "application/octet-stream"),
        new byte[] {(byte) 0xff, (byte) 0xfe});

    assertThat(world.functions.events().getFirst())
        .endsWith("\"body\":\"//4=\",\"isBase64Encoded\":true}");
  }

  @Test
  void bodiesOverTenMegabytesAreRefusedInPlainText() throws InterruptedException {
    World world = World.orders();

    HttpResponse response =
        world.send("POST", "/v1/orders", Headers.of("Host", World.DOMAIN), new byte[10485761]);

    assertThat(response.status()).isEqualTo(413);
    assertThat(response.text()).isEqualTo("HTTP content length exceeded 10485760 bytes.");
    assertThat(response.headers().first("Content-Type")).contains("text/plain");
  }

  @Test
  void whatIsNoRequestIsAnsweredAndTraced() {
    World world = World.orders();

    HttpResponse response =
        world.gateway.refused(
            new RefusedRequest(
                RefusedRequest.Kind.BODY_TOO_LARGE, "too large", "POST /x HTTP/1.1", Peer.NONE));

    assertThat(response.text()).isEqualTo("HTTP content length exceeded 10485760 bytes.");
    assertThat(world.traces.last().map(Trace::request)).contains("POST /x HTTP/1.1");
  }

  @Test
  void aRequestIsFoundByItsRequestId() throws InterruptedException {
    World world = World.orders();

    HttpResponse response = world.get(World.DOMAIN, "/v1/orders");

    String id = response.headers().first("x-amzn-RequestId").orElseThrow();
    assertThat(world.traces.find(id).map(Trace::outcome)).contains("200");
    assertThat(world.traces.find(id).map(Trace::request))
        .contains("GET https://beverage.cross-account-microservices.com/v1/orders");
  }

  @Test
  void stageVariablesReachTheFunction() throws InterruptedException {
    World world = World.orders();
    world.gateway.put(Stage.of(World.SCOPE, World.API, "v1", "dep123", Map.of("colour", "green")));

    world.get(World.DOMAIN, "/v1/orders");

    assertThat(world.functions.events().getFirst())
        .contains("\"stageVariables\":{\"colour\":\"green\"}");
  }

  @Test
  void aPrivateApiWithoutPolicyCannotBeDeployed() {
    World world = World.orders();
    RestApi closed = world.api(World.document("orders.yaml"), "", List.of());

    assertThatThrownBy(() -> world.gateway.checks().deployable(closed))
        .isInstanceOf(AwsException.class)
        .hasMessage("Private REST API doesn't have a resource policy attached to it");
  }

  @Test
  void aDomainNameIsUniqueOverAllAccounts() {
    World world = World.orders();

    assertThatThrownBy(() -> world.gateway.checks().newDomain(World.SCOPE, World.DOMAIN))
        .hasMessage("The domain name you provided already exists.");
  }

  @Test
  void aDeploymentThatAStageServesStays() {
    World world = World.orders();

    assertThatThrownBy(
            () -> world.gateway.checks().removableDeployment(World.SCOPE, World.API, "dep123"))
        .hasMessageStartingWith("Active stages pointing to this deployment");
  }

  @Test
  void warningsAreErrorsWhereAskedFor() {
    World world = World.orders();
    String document =
        World.document("orders.yaml") + "x-amazon-apigateway-minimum-compression-size: 5\n";

    assertThat(world.gateway.checks().document(document, false).warnings())
        .containsExactly("$: 'x-amazon-apigateway-minimum-compression-size' has no effect here");
    assertThatThrownBy(() -> world.gateway.checks().document(document, true))
        .hasMessage(
            "Warnings found during import:\n\t$: 'x-amazon-apigateway-minimum-compression-size'"
                + " has no effect here");
  }

  @Test
  void functionsAnswerInBytesAsGiven() throws InterruptedException {
    World world = World.orders();
    world.functions.answer(new InvokeResult.Returned("{\"body\":\"größer\"}".getBytes(UTF_8)));

    assertThat(world.get(World.DOMAIN, "/v1/orders").text()).isEqualTo("größer");
  }

  @Test
  void anAssociatedEndpointGivesTheApiAName() {
    World world = World.orders();
    String owner = "arn:aws:execute-api:eu-central-1:444455556666:abcdef1234";

    world.gateway.reconcile();
    assertThat(world.names)
        .containsEntry(
            owner,
            Map.of(
                "abcdef1234-vpce-0a1b2c3d4e5f60718.execute-api.eu-central-1.amazonaws.com",
                "vpce-0a1b2c3d4e5f60718"));

    world.gateway.removeApi(World.SCOPE, World.API);
    world.gateway.reconcile();
    assertThat(world.names).containsEntry(owner, Map.of());
  }
}
