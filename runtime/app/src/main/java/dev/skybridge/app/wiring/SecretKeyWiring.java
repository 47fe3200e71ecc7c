package dev.skybridge.app.wiring;

import dev.skybridge.gate.Verdict;
import dev.skybridge.policy.Context;
import dev.skybridge.policy.Region;
import dev.skybridge.services.kms.Kms;
import dev.skybridge.services.kms.Use;
import dev.skybridge.services.secretsmanager.KeyUse;

/** Secrets Manager uses KMS on the caller's behalf, and as itself (kms:ViaService). */
record SecretKeyWiring(Kms kms) implements KeyUse {
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
    Use use = use(call);
    return kms.decide(use, kms.key(use.scope(), key), "kms:Decrypt").verdict();
  }

  private static Use use(Call call) {
    Region region = call.scope().region();
    Context context =
        Context.builder()
            .put("kms:ViaService", "secretsmanager." + region.name() + "." + region.dnsSuffix())
            .put("aws:ViaAWSService", "true")
            .build();
    return new Use(call.requester(), call.scope(), context, call.encryptionContext());
  }
}
