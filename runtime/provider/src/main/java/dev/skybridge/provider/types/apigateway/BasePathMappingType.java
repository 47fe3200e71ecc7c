package dev.skybridge.provider.types.apigateway;

import dev.skybridge.provider.Context;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.services.apigateway.ApiGateway;
import dev.skybridge.services.apigateway.BasePathMapping;
import java.util.Locale;

/** {@code aws_api_gateway_base_path_mapping}. */
final class BasePathMappingType implements ResourceType {
  private static final Rules RULES =
      Rules.builder()
          .honours("domain_name", "api_id", "stage_name", "base_path")
          .forceNew("domain_name")
          .refuses("domain_name_id", "private custom domain names are not served")
          .build();

  private final ApiGateway gateway;

  BasePathMappingType(ApiGateway gateway) {
    this.gateway = gateway;
  }

  @Override
  public String name() {
    return "aws_api_gateway_base_path_mapping";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public ObjectValue create(Context context, ObjectValue planned) {
    gateway.checks().newMapping(mapping(context, planned));
    return planned.with("id", id(planned));
  }

  @Override
  public ObjectValue update(Context context, ObjectValue prior, ObjectValue planned) {
    BasePathMapping before = mapping(context, prior);
    BasePathMapping after = mapping(context, planned);
    if (before.basePath().equals(after.basePath())) {
      gateway.checks().mapping(after);
      return planned;
    }
    gateway.checks().newMapping(after);
    context.remember("moved from", before.basePath());
    return planned.with("id", id(planned));
  }

  @Override
  public String id(ObjectValue state) {
    return state.text("domain_name") + "/" + state.nonEmptyText("base_path").orElse("");
  }

  @Override
  public void apply(Context context, ObjectValue state, PrivateData remembered) {
    BasePathMapping mapping = mapping(context, state);
    remembered
        .optionalText("moved from")
        .filter(path -> !path.equals(mapping.basePath()))
        .ifPresent(path -> gateway.removeMapping(mapping.scope(), mapping.domainName(), path));
    gateway.put(mapping);
  }

  private static BasePathMapping mapping(Context context, ObjectValue state) {
    return new BasePathMapping(
        context.scope(),
        state.text("domain_name").toLowerCase(Locale.ROOT),
        state.nonEmptyText("base_path").filter(path -> !path.equals("(none)")).orElse(""),
        state.text("api_id"),
        state.nonEmptyText("stage_name"));
  }

  @Override
  public void remove(Context context, ObjectValue state) {
    BasePathMapping mapping = mapping(context, state);
    gateway.removeMapping(mapping.scope(), mapping.domainName(), mapping.basePath());
  }
}
