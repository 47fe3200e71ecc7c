package dev.skybridge.services.secretsmanager;

import dev.skybridge.policy.Arn;
import dev.skybridge.policy.ConditionKey;
import dev.skybridge.policy.Context;
import dev.skybridge.services.api.ApiAnswer;
import dev.skybridge.services.api.ApiCall;
import dev.skybridge.services.api.Input;
import dev.skybridge.services.api.Output;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The operations that make secrets, and read, put and label their values. */
final class SecretValues {
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private final SecretsManager secrets;
  private final RandomGenerator random = new SecureRandom();

  SecretValues(SecretsManager secrets) {
    this.secrets = secrets;
  }

  ApiAnswer create(ApiCall call) {
    Input input = call.input();
    input.refuse("AddReplicaRegions", "Type");
    String name = input.text("Name");
    if (!name.matches("[\\w/+=.@!-]{1,512}")) {
      throw input.invalid(
          "Invalid name. Must be a valid name containing alphanumeric characters, or any of the"
              + " following: -/_+=.@!");
    }
    Map<String, String> tags = input.tags("Tags");
    Context.Builder facts = Context.builder().put(ConditionKey.SECRETS_MANAGER_NAME, name);
    tags.forEach((key, value) -> facts.put("aws:RequestTag/" + key, value));
    Arn arn = call.scope().arn("secretsmanager", "secret:" + name + "-" + suffix());
    call.authorize(
        "secretsmanager:CreateSecret",
        arn.toString(),
        call.scope().account(),
        Optional.empty(),
        facts.build());
    secrets.checkNameFree(call.scope(), name);
    Secret secret =
        new Secret(
            call.scope(),
            arn.toString(),
            name,
            input.find("KmsKeyId"),
            input.find("Description").orElse(""),
            tags);
    secrets.keep(secret);
    Optional<NewVersion> version = version(call, secret, List.of(Version.CURRENT));
    version.ifPresent(secrets::putNow);
    return ApiAnswer.of(
        named(secret).putIf("VersionId", version.map(NewVersion::versionId)).build());
  }

  ApiAnswer get(ApiCall call) {
    Input input = call.input();
    SecretValue value =
        secrets.value(
            call.requester(),
            call.scope(),
            input.text("SecretId"),
            input.find("VersionId"),
            input.find("VersionStage").orElse(Version.CURRENT));
    Output.Builder answer =
        Output.Structure.builder()
            .put("ARN", value.arn())
            .put("Name", value.name())
            .put("VersionId", value.versionId());
    answer.put(value.binary() ? "SecretBinary" : "SecretString", value.value());
    return ApiAnswer.of(
        answer.texts("VersionStages", value.stages()).put("CreatedDate", value.created()).build());
  }

  ApiAnswer put(ApiCall call) {
    Input input = call.input();
    input.refuse("RotationToken");
    Secret secret = secrets.checkPut(call.requester(), call.scope(), input.text("SecretId"));
    List<String> asked = input.texts("VersionStages");
    List<String> stages = asked.isEmpty() ? List.of(Version.CURRENT) : asked;
    NewVersion version =
        version(call, secret, stages)
            .orElseThrow(
                () -> input.invalid("You must provide either SecretString or SecretBinary."));
    secrets.putNow(version);
    return ApiAnswer.of(
        named(secret)
            .put("VersionId", version.versionId())
            .texts("VersionStages", secrets.stages(secret.arn(), version.versionId()))
            .build());
  }

  ApiAnswer move(ApiCall call) {
    Input input = call.input();
    Secret secret =
        secrets.allowed(
            call.requester(),
            call.scope(),
            input.text("SecretId"),
            "secretsmanager:UpdateSecretVersionStage");
    secrets.move(
        secret.arn(),
        input.text("VersionStage"),
        input.find("RemoveFromVersionId"),
        input.find("MoveToVersionId"));
    return ApiAnswer.of(named(secret).build());
  }

  /** Deletes what was made through the API; what Terraform manages it must destroy. */
  ApiAnswer delete(ApiCall call) {
    Input input = call.input();
    Secret secret =
        secrets.allowed(
            call.requester(), call.scope(), input.text("SecretId"), "secretsmanager:DeleteSecret");
    if (!secrets.isKept(secret)) {
      throw SecretFailures.managedElsewhere(secret.name());
    }
    long days =
        input.flag("ForceDeleteWithoutRecovery", false)
            ? 0
            : input.whole("RecoveryWindowInDays", 7, 30, 30);
    secrets.remove(secret.arn(), Duration.ofDays(days));
    return ApiAnswer.of(
        named(secret).put("DeletionDate", Instant.now().plus(Duration.ofDays(days))).build());
  }

  private static Output.Builder named(Secret secret) {
    return Output.Structure.builder().put("ARN", secret.arn()).put("Name", secret.name());
  }

  /** The value that a call brings; none if it brings none. */
  private static Optional<NewVersion> version(ApiCall call, Secret secret, List<String> stages) {
    Input input = call.input();
    if (input.has("SecretString") && input.has("SecretBinary")) {
      throw input.invalid("You can't specify both a binary secret value and a string value.");
    }
    boolean binary = input.has("SecretBinary");
    Optional<String> value =
        binary
            ? Optional.of(Base64.getEncoder().encodeToString(input.blob("SecretBinary")))
            : input.find("SecretString");
    String id = input.find("ClientRequestToken").orElseGet(() -> UUID.randomUUID().toString());
    return value.map(
        text -> new NewVersion(call.requester(), secret.arn(), id, text, binary, stages));
  }

  private String suffix() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }
}
