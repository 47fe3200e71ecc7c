package dev.skybridge.services.kms;

import dev.skybridge.services.api.ApiAnswer;
import dev.skybridge.services.api.ApiCall;
import dev.skybridge.services.api.Input;
import dev.skybridge.services.api.Output;
import dev.skybridge.services.api.Page;
import java.util.List;
import java.util.Map;

/** The operations that read keys, their policies and aliases. */
final class KeyReads {
  private static final String DEFAULT = "default";

  private final Kms kms;

  KeyReads(Kms kms) {
    this.kms = kms;
  }

  ApiAnswer describeKey(ApiCall call) {
    call.input().refuseElements("GrantTokens");
    Key key = allowed(call, "kms:DescribeKey");
    return ApiAnswer.of(
        Output.Structure.builder()
            .put(
                "KeyMetadata",
                Output.Structure.builder()
                    .put("AWSAccountId", key.scope().account().value())
                    .put("KeyId", key.id())
                    .put("Arn", key.arn())
                    .put("CreationDate", kms.made(key))
                    .put("Enabled", key.enabled())
                    .put("Description", key.description())
                    .put("KeyUsage", "ENCRYPT_DECRYPT")
                    .put("KeyState", key.enabled() ? "Enabled" : "Disabled")
                    .put("Origin", "AWS_KMS")
                    .put("KeyManager", key.managedBy().isPresent() ? "AWS" : "CUSTOMER")
                    .put("CustomerMasterKeySpec", "SYMMETRIC_DEFAULT")
                    .put("KeySpec", "SYMMETRIC_DEFAULT")
                    .texts("EncryptionAlgorithms", List.of("SYMMETRIC_DEFAULT"))
                    .put("MultiRegion", false))
            .build());
  }

  ApiAnswer keyPolicy(ApiCall call) {
    String name = call.input().find("PolicyName").orElse(DEFAULT);
    Key key = allowed(call, "kms:GetKeyPolicy");
    if (!name.equals(DEFAULT)) {
      throw KmsFailures.noPolicy(name);
    }
    return ApiAnswer.of(
        Output.Structure.builder()
            .put("Policy", key.policy().toString())
            .put("PolicyName", DEFAULT)
            .build());
  }

  ApiAnswer listKeyPolicies(ApiCall call) {
    allowed(call, "kms:ListKeyPolicies");
    return ApiAnswer.of(
        Output.Structure.builder()
            .texts("PolicyNames", List.of(DEFAULT))
            .put("Truncated", false)
            .build());
  }

  ApiAnswer rotationStatus(ApiCall call) {
    Key key = allowed(call, "kms:GetKeyRotationStatus");
    Output.Builder status =
        Output.Structure.builder()
            .put("KeyRotationEnabled", key.rotation().isPresent())
            .put("KeyId", key.arn());
    key.rotation().ifPresent(period -> status.put("RotationPeriodInDays", period.toDays()));
    return ApiAnswer.of(status.build());
  }

  ApiAnswer listKeys(ApiCall call) {
    call.authorize("kms:ListKeys", "*");
    Input input = call.input();
    Page<Key> page =
        Page.of(
            kms.keys(call.scope()),
            Key::id,
            input.find("Marker"),
            input.whole("Limit", 1, 1000, 100),
            KmsFailures::invalidMarker);
    List<Output.Structure> keys =
        page.items().stream()
            .map(key ->
                Output.Structure.builder().put("KeyId", key.id()).put("KeyArn", key.arn()).build())
            .toList();
    return listing("Keys", keys, page);
  }

  ApiAnswer listAliases(ApiCall call) {
    call.authorize("kms:ListAliases", "*");
    Input input = call.input();
    List<Alias> all =
        input
            .find("KeyId")
            .map(reference -> kms.key(call.scope(), reference))
            .map(key ->
                kms.aliases(call.scope()).stream()
                    .filter(alias -> alias.keyId().equals(key.id()))
                    .toList())
            .orElseGet(() -> kms.aliases(call.scope()));
    Page<Alias> page =
        Page.of(
            all,
            Alias::name,
            input.find("Marker"),
            input.whole("Limit", 1, 100, 50),
            KmsFailures::invalidMarker);
    List<Output.Structure> aliases =
        page.items().stream()
            .map(alias ->
                Output.Structure.builder()
                    .put("AliasName", alias.name())
                    .put("AliasArn", alias.scope().arn("kms", alias.name()).toString())
                    .put("TargetKeyId", alias.keyId())
                    .build())
            .toList();
    return listing("Aliases", aliases, page);
  }

  private static ApiAnswer listing(String name, List<Output.Structure> items, Page<?> page) {
    return ApiAnswer.of(
        Output.Structure.builder()
            .structures(name, items)
            .put("Truncated", page.next().isPresent())
            .putIf("NextMarker", page.next())
            .build());
  }

  private Key allowed(ApiCall call, String action) {
    return kms.allowed(KmsApi.use(call, Map.of()), call.input().text("KeyId"), action);
  }
}
