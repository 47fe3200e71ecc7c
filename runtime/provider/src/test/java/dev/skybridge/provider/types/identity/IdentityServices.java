package dev.skybridge.provider.types.identity;

import dev.skybridge.gate.Verdict;
import dev.skybridge.policy.Context;
import dev.skybridge.provider.registry.Registry;
import dev.skybridge.provider.testing.MemoryInventory;
import dev.skybridge.services.iam.Iam;
import dev.skybridge.services.kms.Kms;
import dev.skybridge.services.kms.Use;
import dev.skybridge.services.secretsmanager.KeyUse;
import dev.skybridge.services.secretsmanager.SecretsManager;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/** The services behind the identity types, on one folder. */
final class IdentityServices {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-23T03:00:00Z"));

  final Iam iam = new Iam();
  final Kms kms;
  final SecretsManager secrets;
  final MemoryInventory inventory;
  final Registry registry;

  IdentityServices(Path folder, MemoryInventory inventory) {
    this.inventory = inventory;
    kms = new Kms(folder.resolve("keys"), iam::principalPolicies, CLOCK);
    secrets =
        new SecretsManager(
            folder.resolve("secrets"), new ThroughKms(kms), iam::principalPolicies, CLOCK);
    registry =
        new Registry(
            IdentityTypes.resources(iam, kms, secrets, CLOCK),
            IdentityTypes.dataSources(secrets),
            inventory,
            secrets::reconcile);
  }

  /** KMS, called through Secrets Manager. */
  private record ThroughKms(Kms kms) implements KeyUse {
    @Override
    public DataKey dataKey(Call call, String key) {
      var made = kms.generateDataKey(use(call), key);
      return new DataKey(made.plaintext(), made.ciphertext());
    }

    @Override
    public byte[] open(Call call, byte[] sealedDataKey) {
      return kms.decrypt(use(call), sealedDataKey);
    }

    @Override
    public Verdict mayOpen(Call call, String key) {
      return kms.decide(use(call), kms.key(call.scope(), key), "kms:Decrypt").verdict();
    }

    private static Use use(Call call) {
      var region = call.scope().region();
      var via = "secretsmanager." + region.name() + "." + region.dnsSuffix();
      return new Use(
          call.caller(),
          call.scope(),
          Context.builder().put("kms:ViaService", via).build(),
          call.encryptionContext());
    }
  }
}
