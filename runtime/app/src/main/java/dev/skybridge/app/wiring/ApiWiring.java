package dev.skybridge.app.wiring;

import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.services.acm.AcmApi;
import dev.skybridge.services.api.ApiEndpoint;
import dev.skybridge.services.api.ApiService;
import dev.skybridge.services.api.TagSource;
import dev.skybridge.services.apigateway.GatewayApi;
import dev.skybridge.services.ec2.Ec2Api;
import dev.skybridge.services.elb.ElbApi;
import dev.skybridge.services.iam.Iam;
import dev.skybridge.services.iam.IamApi;
import dev.skybridge.services.kms.KmsApi;
import dev.skybridge.services.lambda.LambdaApi;
import dev.skybridge.services.logs.LogsApi;
import dev.skybridge.services.privatelink.EndpointOperations;
import dev.skybridge.services.route53.Route53Api;
import dev.skybridge.services.secretsmanager.SecretsManagerApi;
import dev.skybridge.services.sts.ManagedPolicies;
import dev.skybridge.services.sts.StsApi;
import java.time.Clock;
import java.util.List;

/** The services' APIs on one address. */
final class ApiWiring {
  private ApiWiring() {}

  /**
   * The address.
   *
   * @param tags the tags of resources
   */
  static ApiEndpoint endpoint(Services services, TagSource tags) {
    return new ApiEndpoint(
        services.verifier,
        services.rights,
        all(services, tags),
        List.of(new DynamoDbApiWiring(services.dynamoDb)),
        services.traces,
        Clock.systemUTC());
  }

  /** A service more is a line more. */
  private static List<ApiService> all(Services services, TagSource tags) {
    return List.of(
        StsApi.service(services.sts, managedPolicies(services.iam)),
        GatewayApi.service(services.gateway),
        IamApi.service(services.iam, services.administrators),
        KmsApi.service(services.kms),
        SecretsManagerApi.service(services.secrets),
        LambdaApi.service(services.lambda),
        LogsApi.service(services.logs, Clock.systemUTC()),
        Ec2Api.service(
            services.ec2,
            tags,
            EndpointOperations.all(services.privateLink, services.ec2::groups, tags)),
        ElbApi.service(services.elb, new PlacementWiring(services.ec2), tags),
        Route53Api.service(services.route53, new VpcsWiring(services.ec2), tags),
        AcmApi.service(services.acm, new CertificateUsesWiring(services.elb), tags));
  }

  private static ManagedPolicies managedPolicies(Iam iam) {
    return arn ->
        iam.managedPolicy(arn)
            .map(policy -> new AttachedPolicy(arn, policy.name(), policy.policy()));
  }
}
