package dev.skybridge.app.wiring;

import dev.skybridge.provider.DataSourceType;
import dev.skybridge.provider.Inventory;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.cty.Type;
import dev.skybridge.provider.registry.Registry;
import dev.skybridge.provider.schema.Schema;
import dev.skybridge.provider.types.acm.AcmTypes;
import dev.skybridge.provider.types.apigateway.ApiGatewayTypes;
import dev.skybridge.provider.types.common.CommonTypes;
import dev.skybridge.provider.types.dynamodb.DynamoDbTypes;
import dev.skybridge.provider.types.ec2.Ec2Types;
import dev.skybridge.provider.types.elb.ElbTypes;
import dev.skybridge.provider.types.identity.IdentityTypes;
import dev.skybridge.provider.types.lambda.LambdaTypes;
import dev.skybridge.provider.types.logs.LogsTypes;
import dev.skybridge.provider.types.organizations.OrganizationsTypes;
import dev.skybridge.provider.types.privatelink.PrivateLinkTypes;
import dev.skybridge.provider.types.route53.Route53Types;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The resource types and data sources that the provider serves. */
final class ServedTypes {
  private ServedTypes() {}

  static Registry registry(
      Services services, Packages packages, Inventory inventory, Runnable reconcile) {
    Clock clock = Clock.systemUTC();
    List<ResourceType> resources = new ArrayList<>();
    resources.addAll(Ec2Types.resources(services.ec2));
    resources.addAll(PrivateLinkTypes.resources(services.privateLink, services.ec2));
    resources.addAll(ApiGatewayTypes.resources(services.gateway, clock));
    resources.addAll(
        ElbTypes.resources(
            services.elb, services.ec2, arn -> services.acm.certificate(arn).isPresent()));
    resources.addAll(AcmTypes.resources(services.acm, clock));
    resources.addAll(Route53Types.resources(services.route53, services.ec2));
    resources.addAll(IdentityTypes.resources(services.iam, services.kms, services.secrets, clock));
    resources.addAll(
        LambdaTypes.resources(
            services.lambda,
            services.ec2,
            packages::resolve,
            new RoleRightsWiring(services.rights, clock)));
    resources.addAll(OrganizationsTypes.resources(services.organizations));
    resources.addAll(LogsTypes.resources(services.logs));
    resources.addAll(DynamoDbTypes.resources(services.dynamoDb));
    List<DataSourceType> dataSources = new ArrayList<>();
    dataSources.addAll(Ec2Types.dataSources());
    dataSources.addAll(CommonTypes.dataSources());
    dataSources.addAll(IdentityTypes.dataSources(services.secrets));
    dataSources.addAll(OrganizationsTypes.dataSources(services.organizations));
    return new Registry(resources, dataSources, inventory, reconcile);
  }

  /** The type of a resource type's state. */
  static Type.ObjectOf stateType(String name) {
    return Schema.ofResource(name).type();
  }
}
