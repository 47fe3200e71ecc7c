package dev.skybridge.services.kms;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.Context;
import dev.skybridge.services.api.ApiAnswer;
import dev.skybridge.services.api.ApiCall;
import dev.skybridge.services.api.ApiOperation;
import dev.skybridge.services.api.ApiService;
import dev.skybridge.services.api.Input;
import dev.skybridge.services.api.JsonProtocol;
import dev.skybridge.services.api.Output;
import java.util.List;
import java.util.Map;

/**
 * The API of KMS: the cryptographic operations of symmetric keys, and what reads keys.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/APIReference/API_Operations.html">Actions of
 *     KMS</a>
 */
public final class KmsApi {
  private static final String ALGORITHM = "SYMMETRIC_DEFAULT";

  private final Kms kms;

  private KmsApi(Kms kms) {
    this.kms = requireNonNull(kms);
  }

  public static ApiService service(Kms kms) {
    KmsApi api = new KmsApi(kms);
    KeyReads reads = new KeyReads(kms);
    return new ApiService(
        "kms",
        new JsonProtocol("1.1", "TrentService", "message"),
        List.of(
            ApiOperation.named("Encrypt", api::encrypt),
            ApiOperation.named("Decrypt", api::decrypt),
            ApiOperation.named("GenerateDataKey", api::generateDataKey),
            ApiOperation.named(
                "GenerateDataKeyWithoutPlaintext", api::generateDataKeyWithoutPlaintext),
            ApiOperation.named("DescribeKey", reads::describeKey),
            ApiOperation.named("GetKeyPolicy", reads::keyPolicy),
            ApiOperation.named("ListKeyPolicies", reads::listKeyPolicies),
            ApiOperation.named("GetKeyRotationStatus", reads::rotationStatus),
            ApiOperation.named("ListKeys", reads::listKeys),
            ApiOperation.named("ListAliases", reads::listAliases)));
  }

  private ApiAnswer encrypt(ApiCall call) {
    Input input = checked(call);
    Use use = use(call, input.map("EncryptionContext"));
    String reference = input.text("KeyId");
    byte[] sealed = kms.encrypt(use, reference, input.blob("Plaintext"));
    return ApiAnswer.of(
        Output.Structure.builder()
            .put("CiphertextBlob", sealed)
            .put("KeyId", kms.key(call.scope(), reference).arn())
            .put("EncryptionAlgorithm", ALGORITHM)
            .build());
  }

  private ApiAnswer decrypt(ApiCall call) {
    Input input = checked(call);
    byte[] sealed = input.blob("CiphertextBlob");
    String arn = Ciphertext.keyArn(sealed);
    input
        .find("KeyId")
        .filter(reference -> !kms.key(call.scope(), reference).arn().equals(arn))
        .ifPresent(reference -> {
          throw KmsFailures.incorrectKey();
        });
    byte[] plaintext = kms.decrypt(use(call, input.map("EncryptionContext")), sealed);
    return ApiAnswer.of(
        Output.Structure.builder()
            .put("KeyId", arn)
            .put("Plaintext", plaintext)
            .put("EncryptionAlgorithm", ALGORITHM)
            .build());
  }

  private ApiAnswer generateDataKey(ApiCall call) {
    DataKey key = dataKey(call, "kms:GenerateDataKey");
    return ApiAnswer.of(
        Output.Structure.builder()
            .put("CiphertextBlob", key.ciphertext())
            .put("Plaintext", key.plaintext())
            .put("KeyId", key.keyArn())
            .build());
  }

  private ApiAnswer generateDataKeyWithoutPlaintext(ApiCall call) {
    DataKey key = dataKey(call, "kms:GenerateDataKeyWithoutPlaintext");
    return ApiAnswer.of(
        Output.Structure.builder()
            .put("CiphertextBlob", key.ciphertext())
            .put("KeyId", key.keyArn())
            .build());
  }

  private DataKey dataKey(ApiCall call, String action) {
    Input input = checked(call);
    if (input.has("KeySpec") == input.has("NumberOfBytes")) {
      throw input.invalid(
          "Please specify either number of bytes or key spec."
              + (input.has("KeySpec") ? " Not both." : ""));
    }
    int bytes =
        switch (input.find("KeySpec").orElse("")) {
          case "" -> (int) input.whole("NumberOfBytes", 1, 1024, Material.BYTES);
          case "AES_256" -> 32;
          case "AES_128" -> 16;
          default ->
              throw input.constraint(
                  "KeySpec",
                  input.text("KeySpec"),
                  "Member must satisfy enum value set: [AES_256, AES_128]");
        };
    return kms.generateDataKey(
        use(call, input.map("EncryptionContext")), input.text("KeyId"), bytes, action);
  }

  /** Refuses what is not served. */
  private static Input checked(ApiCall call) {
    Input input = call.input();
    input.refuse("Recipient", "DryRun", "DryRunModifiers");
    input.refuseElements("GrantTokens");
    String algorithm = input.find("EncryptionAlgorithm").orElse(ALGORITHM);
    if (!algorithm.equals(ALGORITHM)) {
      throw input.constraint(
          "EncryptionAlgorithm",
          algorithm,
          "Member must satisfy enum value set: [" + ALGORITHM + "]");
    }
    return input;
  }

  /** A use by who calls. */
  static Use use(ApiCall call, Map<String, String> encryptionContext) {
    return new Use(call.requester(), call.scope(), Context.empty(), encryptionContext);
  }
}
