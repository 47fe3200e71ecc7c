package dev.skybridge.provider.example;

import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.provider.Trust;
import dev.skybridge.provider.protocol.ProviderServer;
import dev.skybridge.provider.registry.Registry;
import dev.skybridge.provider.testing.MemoryInventory;
import dev.skybridge.services.AwsException;
import java.nio.file.Path;
import java.util.List;

/** A provider that serves the example alone. */
final class ExampleProvider implements AutoCloseable {
  static final Scope SCOPE = new Scope(new AccountId("111122223333"), new Region("eu-central-1"));

  private static final Trust NOBODY =
      (caller, request) -> {
        throw new AwsException(
            "AccessDenied",
            403,
            "User: %s is not authorized to perform: sts:AssumeRole on resource: %s"
                .formatted(caller.arn(), request.roleArn()));
      };

  final Gateways gateways = new Gateways();
  final MemoryInventory inventory = new MemoryInventory();
  final Registry registry;
  final ProviderServer server;

  ExampleProvider(Path folder) {
    this(folder, () -> {});
  }

  ExampleProvider(Path folder, Runnable reconcile) {
    registry =
        new Registry(List.of(new InternetGatewayType(gateways)), List.of(), inventory, reconcile);
    server = ProviderServer.start(registry, SCOPE, NOBODY, folder.resolve("run/aws.sock"));
  }

  @Override
  public void close() {
    server.close();
  }
}
