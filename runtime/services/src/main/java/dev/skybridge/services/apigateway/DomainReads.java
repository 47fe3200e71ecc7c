package dev.skybridge.services.apigateway;

import dev.skybridge.services.api.ApiAnswer;
import dev.skybridge.services.api.ApiCall;
import dev.skybridge.services.api.ApiOperation;
import dev.skybridge.services.api.Output;
import java.util.List;
import java.util.Locale;

/** The operations that read custom domain names and their base path mappings. */
final class DomainReads {
  private static final String DOMAINS = "/domainnames";
  private static final String DOMAIN = DOMAINS + "/{domain_name}";
  private static final String MAPPINGS = DOMAIN + "/basepathmappings";

  /** What the mapping of a domain's root is called in the API. */
  private static final String ROOT = "(none)";

  private final ApiGateway gateway;

  DomainReads(ApiGateway gateway) {
    this.gateway = gateway;
  }

  List<ApiOperation> operations() {
    return List.of(
        ApiOperation.at("GET", DOMAINS, "GetDomainNames", this::domains),
        ApiOperation.at("GET", DOMAIN, "GetDomainName", this::domain),
        ApiOperation.at("GET", MAPPINGS, "GetBasePathMappings", this::mappings),
        ApiOperation.at("GET", MAPPINGS + "/{base_path}", "GetBasePathMapping", this::mapping));
  }

  private ApiAnswer domains(ApiCall call) {
    call.input().refuse("resourceOwner");
    GatewayCalls.authorize(call, DOMAINS);
    return GatewayCalls.listing(
        call,
        gateway.catalog().domains().stream()
            .filter(domain -> domain.scope().equals(call.scope()))
            .toList(),
        DomainName::name,
        domain -> described(call, domain));
  }

  private ApiAnswer domain(ApiCall call) {
    return ApiAnswer.of(described(call, allowed(call, "")));
  }

  private static Output.Structure described(ApiCall call, DomainName domain) {
    Output.Builder shape =
        Output.Structure.builder()
            .put("domainName", domain.name())
            .put("domainNameArn", GatewayCalls.arn(call, DOMAINS + "/" + domain.name()))
            .put("regionalDomainName", domain.regionalName())
            .put("regionalHostedZoneId", domain.regionalZoneId())
            .put("regionalCertificateArn", domain.certificateArn())
            .put(
                "endpointConfiguration",
                Output.Structure.builder()
                    .texts("types", List.of("REGIONAL"))
                    .put("ipAddressType", "ipv4"))
            .put("domainNameStatus", "AVAILABLE")
            .put("securityPolicy", "TLS_1_2");
    return GatewayCalls.tags(shape, domain.details()).build();
  }

  private ApiAnswer mappings(ApiCall call) {
    DomainName domain = allowed(call, "/basepathmappings");
    return GatewayCalls.listing(
        call,
        gateway.catalog().mappings().stream()
            .filter(mapping -> mapping.domainName().equals(domain.name()))
            .filter(mapping -> mapping.scope().equals(domain.scope()))
            .toList(),
        BasePathMapping::basePath,
        DomainReads::described);
  }

  private ApiAnswer mapping(ApiCall call) {
    String path = call.input().text("base_path");
    DomainName domain = allowed(call, "/basepathmappings/" + path);
    return ApiAnswer.of(
        described(
            GatewayCalls.found(
                gateway
                    .catalog()
                    .mapping(domain.scope().region(), domain.name(), path.equals(ROOT) ? "" : path),
                "Invalid base path mapping identifier specified")));
  }

  private static Output.Structure described(BasePathMapping mapping) {
    return Output.Structure.builder()
        .put("basePath", mapping.basePath().isEmpty() ? ROOT : mapping.basePath())
        .put("restApiId", mapping.restApiId())
        .putIf("stage", mapping.stage())
        .build();
  }

  private DomainName allowed(ApiCall call, String rest) {
    call.input().refuse("domainNameId");
    String name = call.input().text("domain_name").toLowerCase(Locale.ROOT);
    GatewayCalls.authorize(call, DOMAINS + "/" + name + rest);
    return GatewayCalls.found(
        gateway
            .catalog()
            .domain(call.scope().region(), name)
            .filter(domain -> domain.scope().equals(call.scope())),
        "Invalid domain name identifier specified");
  }
}
