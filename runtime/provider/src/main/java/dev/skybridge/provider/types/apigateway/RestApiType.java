package dev.skybridge.provider.types.apigateway;

import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Scope;
import dev.skybridge.provider.Context;
import dev.skybridge.provider.Diagnostics;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ListValue;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.Value;
import dev.skybridge.services.apigateway.ApiGateway;
import dev.skybridge.services.apigateway.Details;
import dev.skybridge.services.apigateway.EndpointConfiguration;
import dev.skybridge.services.apigateway.RestApi;
import dev.skybridge.services.apigateway.openapi.ApiDocument;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code aws_api_gateway_rest_api}, made of an OpenAPI document.
 *
 * <p>As in the real provider, what an argument or the state says wins over the document: a policy
 * (or endpoint id) that came from the document once stays when only the document's changes. A
 * warning says so.
 */
final class RestApiType implements ResourceType {
  private static final String ENDPOINT = "endpoint_configuration";
  private static final String ENDPOINT_IDS = "vpc_endpoint_ids";
  private static final String DISABLE = "disable_execute_api_endpoint";

  private static final Rules RULES =
      Rules.builder()
          .honours(
              "name",
              "description",
              "body",
              "policy",
              "fail_on_warnings",
              DISABLE,
              "binary_media_types",
              ENDPOINT + ".types",
              ENDPOINT + "." + ENDPOINT_IDS)
          .honoursOnly("put_rest_api_mode", Value.of("overwrite"))
          .honoursOnly("api_key_source", Value.of("HEADER"))
          .honoursOnly(ENDPOINT + ".ip_address_type", Value.of("ipv4"), Value.of("dualstack"))
          .json("policy")
          .computedBlocks(ENDPOINT)
          .oneOf("api_key_source", "HEADER", "AUTHORIZER")
          .oneOf("put_rest_api_mode", "merge", "overwrite")
          .oneOf(ENDPOINT + ".types", "REGIONAL", "EDGE", "PRIVATE")
          .refuses("parameters", "import parameters are not served")
          .tags()
          .build();

  private final ApiGateway gateway;
  private final Clock clock;

  RestApiType(ApiGateway gateway, Clock clock) {
    this.gateway = gateway;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "aws_api_gateway_rest_api";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public void validate(ObjectValue configuration, Diagnostics diagnostics) {
    if (configuration.get("body").isNull()) {
      diagnostics.error(
          "body",
          "API without a document",
          "REST APIs are served from an OpenAPI 3.0 document in body; resources and methods one by"
              + " one are not.");
    }
  }

  @Override
  public ObjectValue create(Context context, ObjectValue planned) {
    String id = context.ids().api();
    Scope scope = context.scope();
    String arn =
        "arn:"
            + context.region().partition()
            + ":apigateway:"
            + context.region().name()
            + "::/restapis/"
            + id;
    return decided(
        context,
        id,
        planned
            .with("id", id)
            .with("arn", arn)
            .with("execution_arn", RestApi.executionArn(scope, id))
            .with("root_resource_id", context.ids().lower(10, "root"))
            .with("created_date", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString()));
  }

  @Override
  public ObjectValue update(Context context, ObjectValue prior, ObjectValue planned) {
    return decided(context, planned.text("id"), planned);
  }

  /** Imports the document and fills in what arguments and state leave open. */
  private ObjectValue decided(Context context, String id, ObjectValue planned) {
    ApiDocument document =
        gateway.checks().document(planned.text("body"), planned.flag("fail_on_warnings"));
    for (String warning : document.warnings()) {
      context.warn("body", "Part of the document has no effect", warning);
    }
    Optional<AttachedPolicy> imported =
        document.policy().map(json -> gateway.checks().policy(context.scope(), id, json));
    String policy = imported.map(attached -> attached.policy().toString()).orElse("");
    Optional<String> kept = planned.nonEmptyText("policy");
    if (kept.isPresent()) {
      AttachedPolicy attached = gateway.checks().policy(context.scope(), id, kept.get());
      if (imported.isPresent() && !attached.policy().toString().equals(policy)) {
        context.warn(
            "policy",
            "The document's policy does not count",
            "The policy in x-amazon-apigateway-policy differs from the argument policy, or, where"
                + " that is not set, from the policy in the state, which the AWS provider puts"
                + " back after each import.");
      }
    }
    boolean disabled = planned.flag(DISABLE) || document.endpoint().disableExecuteApiEndpoint();
    List<String> binary = planned.texts("binary_media_types");
    return planned
        .with("policy", kept.orElse(policy))
        .with(
            "description", planned.nonEmptyText("description").or(document::description).orElse(""))
        .orElse("api_key_source", "HEADER")
        .with(DISABLE, disabled)
        .with(
            "binary_media_types",
            Value.texts(binary.isEmpty() ? document.binaryMediaTypes() : binary))
        .orElse("minimum_compression_size", Value.ofNull())
        .with(ENDPOINT, new ListValue(List.of(endpoint(planned, document))));
  }

  private static ObjectValue endpoint(ObjectValue planned, ApiDocument document) {
    ObjectValue block =
        planned
            .block(ENDPOINT)
            .orElse(
                new ObjectValue(
                    Map.of(
                        "types",
                        Value.texts(List.of("EDGE")),
                        ENDPOINT_IDS,
                        Value.unknown(),
                        "ip_address_type",
                        Value.unknown())));
    boolean closed = block.texts("types").contains("PRIVATE");
    List<String> ids = block.texts(ENDPOINT_IDS);
    return block
        .orElse("ip_address_type", closed ? "dualstack" : "ipv4")
        .withTextSet(ENDPOINT_IDS, ids.isEmpty() ? document.endpoint().vpcEndpointIds() : ids);
  }

  /** The policy may be another resource's: {@code aws_api_gateway_rest_api_policy}. */
  @Override
  public Optional<ObjectValue> read(Context context, ObjectValue state) {
    String id = state.text("id");
    String now =
        gateway
            .api(context.region(), id)
            .flatMap(RestApi::policy)
            .map(attached -> attached.policy().toString())
            .orElse("");
    boolean same =
        state
            .nonEmptyText("policy")
            .map(json -> gateway.checks().policy(context.scope(), id, json).policy().toString())
            .orElse("")
            .equals(now);
    return Optional.of(same ? state : state.with("policy", now));
  }

  @Override
  public void apply(Context context, ObjectValue state, PrivateData remembered) {
    gateway.put(record(gateway, context.scope(), state));
  }

  /** The API as its state describes it. */
  private static RestApi record(ApiGateway gateway, Scope scope, ObjectValue state) {
    String id = state.text("id");
    ObjectValue endpoint = state.block(ENDPOINT).orElseThrow();
    return new RestApi(
        scope,
        id,
        state.text("name"),
        gateway.checks().document(state.text("body"), false),
        state.nonEmptyText("policy").map(json -> gateway.checks().policy(scope, id, json)),
        new EndpointConfiguration(
            EndpointConfiguration.Type.valueOf(endpoint.texts("types").getFirst()),
            endpoint.texts(ENDPOINT_IDS),
            state.flag(DISABLE)),
        state.texts("binary_media_types"),
        state.nonEmptyText("root_resource_id"),
        details(state, "created_date"));
  }

  /** What the state tells of a resource. */
  static Details details(ObjectValue state, String created) {
    return new Details(
        state.nonEmptyText("description"),
        state.nonEmptyText(created).map(Instant::parse),
        Optional.empty(),
        state.textMap("tags_all"));
  }

  @Override
  public void remove(Context context, ObjectValue state) {
    gateway.removeApi(context.scope(), state.text("id"));
  }
}
