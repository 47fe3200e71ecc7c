package dev.skybridge.services.privatelink;

import dev.skybridge.policy.Region;
import dev.skybridge.services.api.ApiOperation;
import dev.skybridge.services.api.Output;
import dev.skybridge.services.api.describe.Describe;
import dev.skybridge.services.api.describe.Ids;
import dev.skybridge.services.api.describe.PageSize;
import java.util.List;
import java.util.stream.Stream;

/** Describes the services that endpoints can lead to: those for which endpoints are served. */
final class EndpointServices {
  private static final Ids NAMES =
      new Ids(
          "ServiceName", "", "Vpc Endpoint Service", "InvalidServiceName", "InvalidServiceName");

  private record Service(Region region, String label, String type) {
    String name() {
      return "com.amazonaws." + region.name() + "." + label;
    }
  }

  private EndpointServices() {}

  static ApiOperation operation() {
    return Describe.of("DescribeVpcEndpointServices", "serviceDetailSet", Service::name)
        .ids(NAMES)
        .pages(new PageSize(1, 1000, true))
        .refusesFiltersWith("InvalidFilter")
        .filter("service-name", Service::name)
        .filter("service-type", Service::type)
        .filter("service-region", service -> service.region().name())
        .filter("owner", _ -> "amazon")
        .filter("supported-ip-address-types", _ -> "ipv4")
        .names("serviceNameSet")
        .over(
            scope ->
                Stream.of(
                        new Service(scope.region(), "dynamodb", "Gateway"),
                        new Service(scope.region(), ExecuteApi.SERVICE, "Interface"),
                        new Service(scope.region(), "s3", "Gateway"))
                    .toList(),
            (service, _) -> write(service));
  }

  private static Output write(Service service) {
    return Output.Structure.builder()
        .put("serviceName", service.name())
        .structures(
            "serviceType",
            List.of(Output.Structure.builder().put("serviceType", service.type()).build()))
        .put("serviceRegion", service.region().name())
        .put("owner", "amazon")
        .put("vpcEndpointPolicySupported", true)
        .put("acceptanceRequired", false)
        .put("managesVpcEndpoints", false)
        .texts("supportedIpAddressTypeSet", List.of("ipv4"))
        .build();
  }
}
