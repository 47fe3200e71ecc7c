package dev.skybridge.provider.types.apigateway;

import dev.skybridge.policy.Region;
import dev.skybridge.provider.Context;
import dev.skybridge.provider.Diagnostics;
import dev.skybridge.provider.Ids;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ListValue;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.Value;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.apigateway.ApiGateway;
import dev.skybridge.services.apigateway.Details;
import dev.skybridge.services.apigateway.DomainName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code aws_api_gateway_domain_name}, Regional. */
final class DomainNameType implements ResourceType {
  private static final String ENDPOINT = "endpoint_configuration";
  private static final String CERTIFICATE = "regional_certificate_arn";

  /** The same for all distributions of CloudFront; the real provider always sets it. */
  private static final String CLOUDFRONT_ZONE = "Z2FDTNDATAQYW2";

  /**
   * The hosted zones of Regional names.
   *
   * @see <a href="https://docs.aws.amazon.com/general/latest/gr/apigateway.html">Amazon API Gateway
   *     endpoints and quotas</a>
   */
  private static final Map<String, String> ZONES =
      Map.ofEntries(
          Map.entry("us-east-1", "Z1UJRXOUMOOFQ8"),
          Map.entry("us-east-2", "ZOJJZC49E0EPZ"),
          Map.entry("us-west-1", "Z2MUQ32089INYE"),
          Map.entry("us-west-2", "Z2OJLYMUO9EFXC"),
          Map.entry("ca-central-1", "Z19DQILCV0OWEC"),
          Map.entry("eu-central-1", "Z1U9ULNL0V5AJ3"),
          Map.entry("eu-west-1", "ZLY8HYME6SFDD"),
          Map.entry("eu-west-2", "ZJ5UAJN8Y3Z2Q"),
          Map.entry("eu-west-3", "Z3KY65QIEKYHQQ"),
          Map.entry("eu-north-1", "Z3UWIKFBOOGXPP"),
          Map.entry("sa-east-1", "ZCMLWB8V5SYIT"));

  private static final Rules RULES =
      Rules.builder()
          .honours("domain_name", CERTIFICATE, ENDPOINT + ".types")
          .honoursOnly("security_policy", Value.of("TLS_1_2"))
          .honoursOnly(ENDPOINT + ".ip_address_type", Value.of("ipv4"))
          .forceNew(
              "domain_name", "certificate_body", "certificate_chain", "certificate_private_key")
          .computedBlocks(ENDPOINT)
          .oneOf("security_policy", "TLS_1_0", "TLS_1_2")
          .oneOf(ENDPOINT + ".types", "REGIONAL", "EDGE", "PRIVATE")
          .oneOf(ENDPOINT + ".ip_address_type", "ipv4", "dualstack")
          .conflicts(
              "certificate_arn",
              "certificate_body",
              "certificate_chain",
              "certificate_name",
              "certificate_private_key",
              CERTIFICATE,
              "regional_certificate_name")
          .conflicts(
              CERTIFICATE,
              "certificate_arn",
              "certificate_body",
              "certificate_chain",
              "certificate_name",
              "certificate_private_key",
              "regional_certificate_name")
          .refuses("policy", "private custom domain names are not served")
          .refuses("mutual_tls_authentication", "mutual TLS is not served")
          .tags()
          .build();

  private final ApiGateway gateway;

  DomainNameType(ApiGateway gateway) {
    this.gateway = gateway;
  }

  @Override
  public String name() {
    return "aws_api_gateway_domain_name";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public void validate(ObjectValue configuration, Diagnostics diagnostics) {
    Optional<List<String>> types = configuration.block(ENDPOINT).map(block -> block.texts("types"));
    if (types.isPresent() && !types.get().isEmpty() && !types.get().contains("REGIONAL")) {
      diagnostics.error(
          ENDPOINT + ".types",
          "Type of domain name not served",
          "Custom domain names of type " + types.get() + " are not served, only REGIONAL ones.");
    }
  }

  @Override
  public ObjectValue create(Context context, ObjectValue planned) {
    String name = planned.text("domain_name");
    gateway.checks().newDomain(context.scope(), name.toLowerCase(Locale.ROOT));
    requireCertificate(planned);
    Region region = context.region();
    return decided(
        planned
            .with("id", name)
            .with(
                "arn",
                "arn:"
                    + region.partition()
                    + ":apigateway:"
                    + region.name()
                    + "::/domainnames/"
                    + name)
            .with("domain_name_id", "")
            .with("certificate_upload_date", Value.ofNull())
            .with("cloudfront_domain_name", "")
            .with("cloudfront_zone_id", CLOUDFRONT_ZONE)
            .with(
                "regional_domain_name",
                "d-"
                    + context.ids().lower(10)
                    + ".execute-api."
                    + region.name()
                    + "."
                    + region.dnsSuffix())
            .with(
                "regional_zone_id",
                ZONES.getOrDefault(region.name(), new Ids(region.name()).zone())));
  }

  /** Without it AWS takes a Regional name only through the deprecated certificate arguments. */
  private static void requireCertificate(ObjectValue planned) {
    if (planned.nonEmptyText(CERTIFICATE).isEmpty()) {
      throw new AwsException(
          "BadRequestException",
          400,
          "Invalid request input: a Regional domain name needs a regional certificate ("
              + CERTIFICATE
              + ")");
    }
  }

  private static ObjectValue decided(ObjectValue planned) {
    ObjectValue block =
        planned
            .block(ENDPOINT)
            .orElse(
                new ObjectValue(
                    Map.of(
                        "types",
                        Value.texts(List.of("REGIONAL")),
                        "ip_address_type",
                        Value.unknown())));
    return planned
        .orElse("security_policy", "TLS_1_2")
        .orElse("ownership_verification_certificate_arn", "")
        .with(ENDPOINT, new ListValue(List.of(block.orElse("ip_address_type", "ipv4"))));
  }

  @Override
  public ObjectValue update(Context context, ObjectValue prior, ObjectValue planned) {
    requireCertificate(planned);
    return decided(planned);
  }

  @Override
  public void apply(Context context, ObjectValue state, PrivateData remembered) {
    gateway.put(
        new DomainName(
            context.scope(),
            state.text("domain_name").toLowerCase(Locale.ROOT),
            state.text(CERTIFICATE),
            state.nonEmptyText("regional_domain_name").orElse(""),
            state.nonEmptyText("regional_zone_id").orElse(""),
            new Details(
                Optional.empty(), Optional.empty(), Optional.empty(), state.textMap("tags_all"))));
  }

  @Override
  public void remove(Context context, ObjectValue state) {
    gateway.removeDomain(context.scope(), state.text("domain_name").toLowerCase(Locale.ROOT));
  }
}
