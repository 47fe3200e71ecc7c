package dev.skybridge.provider.types.apigateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skybridge.gate.TraceLog;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.cty.ListValue;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.Value;
import dev.skybridge.services.apigateway.ApiGateway;
import dev.skybridge.services.apigateway.Deployment;
import dev.skybridge.services.apigateway.DomainName;
import dev.skybridge.services.apigateway.RestApi;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ApiGatewayTypesTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T05:06:07.890Z"), ZoneOffset.UTC);

  private final ApiGateway gateway =
      new ApiGateway(
          new NoCallers(), new NoFunctions(), (owner, names) -> {}, new TraceLog(1), CLOCK);
  private final RestApiType apis = new RestApiType(gateway, CLOCK);
  private final DeploymentType deployments = new DeploymentType(gateway, CLOCK);
  private final TestContext context = new TestContext("api");

  private static String document(String path, String effect) {
    return """
    openapi: 3.0.1
    info: {title: orders, version: "1"}
    servers:
      - url: https://example.com
        x-amazon-apigateway-endpoint-configuration: {vpcEndpointIds: [vpce-0123456789abcdef0]}
    x-amazon-apigateway-policy: {"Version":"2012-10-17","Statement":[{"Effect":"%s",\
    "Principal":"*","Action":"execute-api:Invoke","Resource":"execute-api:/*"}]}
    paths:
      %s:
        get:
          x-amazon-apigateway-integration: {type: aws_proxy, httpMethod: POST, uri: \
    "arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/\
    arn:aws:lambda:eu-central-1:444455556666:function:f/invocations"}
    """
        .formatted(effect, path);
  }

  /** What the planner makes of a configuration with name, body and endpoint type. */
  private static ObjectValue planned(String body) {
    Map<String, Value> planned = new TreeMap<>();
    for (String computed :
        List.of(
            "policy",
            "description",
            "api_key_source",
            "disable_execute_api_endpoint",
            "binary_media_types",
            "minimum_compression_size")) {
      planned.put(computed, Value.unknown());
    }
    planned.put("name", Value.of("orders"));
    planned.put("body", Value.of(body));
    planned.put("fail_on_warnings", Value.of(true));
    planned.put("tags_all", Value.ofNull());
    planned.put(
        "endpoint_configuration",
        new ListValue(
            List.of(
                new ObjectValue(
                    Map.of(
                        "types",
                        Value.texts(List.of("PRIVATE")),
                        "vpc_endpoint_ids",
                        Value.unknown(),
                        "ip_address_type",
                        Value.unknown())))));
    return new ObjectValue(planned);
  }

  private ObjectValue created(String body) {
    ObjectValue state = apis.create(context, planned(body));
    apis.apply(context, state, context.remembered());
    return state;
  }

  private static ObjectValue deployment(String apiId) {
    return new ObjectValue(
        Map.of(
            "rest_api_id",
            Value.of(apiId),
            "description",
            Value.of("orders"),
            "created_date",
            Value.ofNull()));
  }

  private RestApi deployed(ObjectValue state) {
    return gateway
        .deployment(context.region(), state.text("rest_api_id"), state.text("id"))
        .map(Deployment::api)
        .orElseThrow();
  }

  @Test
  void anApiTakesPolicyAndEndpointsFromItsDocument() {
    ObjectValue state = created(document("/orders", "Allow"));

    String id = state.text("id");
    assertThat(id).matches("[a-z0-9]{10}");
    assertThat(state.text("execution_arn"))
        .isEqualTo("arn:aws:execute-api:eu-central-1:444455556666:" + id);
    assertThat(state.text("arn")).isEqualTo("arn:aws:apigateway:eu-central-1::/restapis/" + id);
    assertThat(state.text("created_date")).isEqualTo("2026-11-23T05:06:07Z");
    assertThat(state.text("policy")).contains(state.text("execution_arn") + "/*");
    assertThat(state.block("endpoint_configuration").orElseThrow().texts("vpc_endpoint_ids"))
        .containsExactly("vpce-0123456789abcdef0");
    assertThat(context.warnings()).isEmpty();
  }

  @Test
  void thePolicyInTheStateWinsOverAChangedDocumentAsWithTheRealProvider() {
    ObjectValue state = created(document("/orders", "Allow"));

    ObjectValue changed =
        apis.update(context, state, state.with("body", document("/orders", "Deny")));

    assertThat(changed.text("policy")).isEqualTo(state.text("policy"));
    assertThat(context.warnings()).containsExactly("policy: The document's policy does not count");
  }

  @Test
  void aDeploymentRemembersTheApiAsItWas() {
    ObjectValue api = created(document("/orders", "Allow"));
    TestContext first = new TestContext("deployment");
    ObjectValue state = deployments.create(first, deployment(api.text("id")));
    deployments.apply(first, state, first.remembered());
    RestApi before = deployed(state);

    ObjectValue changed = api.with("body", document("/drinks", "Allow"));
    apis.apply(context, changed, PrivateData.EMPTY);
    deployments.apply(first, state, first.remembered());

    assertThat(deployed(state).document().text()).isEqualTo(before.document().text());
    assertThat(deployed(state).policy()).isEqualTo(before.policy());
    assertThat(deployed(state).endpoint()).isEqualTo(before.endpoint());
    assertThat(deployed(state).document().resources().getFirst().path()).hasToString("/orders");
  }

  @Test
  void aPolicyOfItsOwnChangesInPlaceAndCountsFromTheNextDeploymentOn() {
    RestApiPolicyType policies = new RestApiPolicyType(gateway);
    String body = document("/orders", "Allow").replaceFirst("x-amazon-apigateway-policy: .*\n", "");
    ObjectValue api = created(body);
    assertThat(api.text("policy")).isEmpty();
    ObjectValue open = policy(api, "Allow");
    policies.apply(context, policies.create(context, open), PrivateData.EMPTY);
    TestContext first = new TestContext("deployment");
    ObjectValue deployment = deployments.create(first, deployment(api.text("id")));
    deployments.apply(first, deployment, first.remembered());

    ObjectValue closed = policies.update(context, open, policy(api, "Deny"));
    policies.apply(context, closed, PrivateData.EMPTY);

    ObjectValue refreshed = apis.read(context, api).orElseThrow();
    assertThat(refreshed.text("policy")).contains("Deny");
    assertThat(apis.read(context, refreshed)).contains(refreshed);
    assertThat(deployed(deployment).policy().orElseThrow().policy().toString()).contains("Allow");
    ObjectValue changed = apis.update(context, refreshed, refreshed.with("name", "drinks"));
    apis.apply(context, changed, PrivateData.EMPTY);
    TestContext second = new TestContext("next deployment");
    ObjectValue next = deployments.create(second, deployment(api.text("id")));
    deployments.apply(second, next, second.remembered());
    assertThat(deployed(next).policy().orElseThrow().policy().toString()).contains("Deny");
    assertThat(context.warnings()).isEmpty();
  }

  @Test
  void aPrivateApiWhosePolicyIsRemovedCannotBeDeployed() {
    RestApiPolicyType policies = new RestApiPolicyType(gateway);
    ObjectValue api =
        created(document("/orders", "Allow").replaceFirst("x-amazon-apigateway-policy: .*\n", ""));
    ObjectValue policy = policies.create(context, policy(api, "Allow"));
    policies.apply(context, policy, PrivateData.EMPTY);
    policies.remove(context, policy);

    assertThat(apis.read(context, api).orElseThrow().text("policy")).isEmpty();
    assertThatThrownBy(() -> deployments.create(context, deployment(api.text("id"))))
        .hasMessage("Private REST API doesn't have a resource policy attached to it");
  }

  @Test
  void theShorthandOfAPolicyIsReadAsTheFullArn() {
    RestApiPolicyType policies = new RestApiPolicyType(gateway);
    ObjectValue api = created(document("/orders", "Allow"));
    ObjectValue policy =
        policy(api, "Allow")
            .with(
                "policy",
                policy(api, "Allow").text("policy").replace("\"*\"}", "\"execute-api:/*\"}"));

    ObjectValue state = policies.create(context, policy);

    assertThat(context.warnings()).containsExactly("policy: The resource is kept as a full ARN");
    assertThat(policies.read(context, state).orElseThrow().text("policy"))
        .contains("\"" + api.text("execution_arn") + "/*\"");
  }

  private static ObjectValue policy(ObjectValue api, String effect) {
    return new ObjectValue(
        Map.of(
            "rest_api_id",
            Value.of(api.text("id")),
            "policy",
            Value.of(
                """
                {"Version": "2012-10-17", "Statement": [{"Effect": "%s", "Principal": "*", \
                "Action": "execute-api:Invoke", "Resource": "*"}]}\
                """
                    .formatted(effect))));
  }

  @Test
  void aDeploymentWithoutMemoryTakesTheApiAsItIs() {
    ObjectValue api = created(document("/drinks", "Allow"));
    ObjectValue state = deployment(api.text("id")).with("id", "abc123");

    deployments.apply(context, state, PrivateData.EMPTY);

    assertThat(deployed(state).document().resources().getFirst().path()).hasToString("/drinks");
  }

  @Test
  void aBadDocumentIsRefusedWithItsProblems() {
    assertThatThrownBy(() -> apis.create(context, planned("openapi: 3.0.1\n")))
        .hasMessage(
            "Errors found during import:\n\t$: 'paths' is missing\n\t$.info.title: an API needs a"
                + " title");
  }

  @Test
  void aMappingThatMovesLeavesItsOldBasePath() {
    BasePathMappingType mappings = new BasePathMappingType(gateway);
    ObjectValue api = created(document("/orders", "Allow"));
    gateway.put(
        new DomainName(
            context.scope(),
            "a.example.com",
            "arn:aws:acm:eu-central-1:444455556666:certificate/1"));
    ObjectValue planned =
        new ObjectValue(
            Map.of(
                "domain_name", Value.of("a.example.com"),
                "api_id", Value.of(api.text("id")),
                "stage_name", Value.ofNull(),
                "base_path", Value.of("v1")));
    ObjectValue state = mappings.create(context, planned);
    mappings.apply(context, state, context.remembered());
    assertThat(state.text("id")).isEqualTo("a.example.com/v1");
    assertThatThrownBy(() -> mappings.create(context, planned))
        .hasMessage("Base path already exists for this domain name");

    ObjectValue moved = mappings.update(context, state, state.with("base_path", "v2"));
    mappings.apply(context, moved, context.remembered());

    assertThat(moved.text("id")).isEqualTo("a.example.com/v2");
    assertThat(mappings.create(context, planned).text("id")).isEqualTo("a.example.com/v1");
  }
}
