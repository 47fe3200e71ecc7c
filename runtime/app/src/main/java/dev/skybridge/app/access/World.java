package dev.skybridge.app.access;

import static java.util.Objects.requireNonNull;

import dev.skybridge.network.NetworkInterface;
import dev.skybridge.network.fabric.Fabric;
import dev.skybridge.services.apigateway.ApiGateway;
import dev.skybridge.services.dynamodb.DynamoDbService;
import dev.skybridge.services.ec2.Ec2;
import dev.skybridge.services.ec2.Ec2Record;
import dev.skybridge.services.elb.Elb;
import dev.skybridge.services.iam.Iam;
import dev.skybridge.services.kms.Kms;
import dev.skybridge.services.lambda.Egress;
import dev.skybridge.services.lambda.LambdaService;
import dev.skybridge.services.privatelink.PrivateLink;
import dev.skybridge.services.secretsmanager.SecretsManager;
import java.util.Optional;

/**
 * The services whose gates are asked: those that serve, or others that hold the records of a plan.
 * Nothing here changes them.
 *
 * @param fabric for its topology and its resolvers
 * @param egress the way of functions to DynamoDB
 */
public record World(
    Fabric fabric,
    Ec2 ec2,
    Elb elb,
    PrivateLink privateLink,
    ApiGateway gateway,
    LambdaService lambda,
    Egress egress,
    DynamoDbService dynamoDb,
    SecretsManager secrets,
    Kms kms,
    Iam iam,
    Callers callers) {
  public World {
    requireNonNull(fabric);
    requireNonNull(ec2);
    requireNonNull(elb);
    requireNonNull(privateLink);
    requireNonNull(gateway);
    requireNonNull(lambda);
    requireNonNull(egress);
    requireNonNull(dynamoDb);
    requireNonNull(secrets);
    requireNonNull(kms);
    requireNonNull(iam);
    requireNonNull(callers);
  }

  /** The network interface of the client instance. */
  Optional<NetworkInterface> client() {
    return ClientInstance.of(ec2).flatMap(this::card);
  }

  Optional<NetworkInterface> card(Ec2Record.Instance instance) {
    return fabric.topology().networkInterface(instance.interfaceId());
  }
}
