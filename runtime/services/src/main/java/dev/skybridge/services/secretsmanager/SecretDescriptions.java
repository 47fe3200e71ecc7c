package dev.skybridge.services.secretsmanager;

import dev.skybridge.services.api.ApiAnswer;
import dev.skybridge.services.api.ApiCall;
import dev.skybridge.services.api.Input;
import dev.skybridge.services.api.Output;
import dev.skybridge.services.api.Page;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** The operations that describe secrets and their versions, without their values. */
final class SecretDescriptions {
  private final SecretsManager secrets;

  SecretDescriptions(SecretsManager secrets) {
    this.secrets = secrets;
  }

  ApiAnswer describe(ApiCall call) {
    Secret secret = allowed(call, "secretsmanager:DescribeSecret");
    return ApiAnswer.of(described(secret, "VersionIdsToStages").build());
  }

  ApiAnswer list(ApiCall call) {
    Input input = call.input();
    input.refuse("Filters", "SortBy", "SortOrder");
    call.authorize("secretsmanager:ListSecrets", "*");
    Page<Secret> page =
        Page.of(
            secrets.secrets(call.scope()),
            Secret::name,
            input.find("NextToken"),
            input.whole("MaxResults", 1, 100, 100),
            SecretFailures::invalidToken);
    return ApiAnswer.of(
        Output.Structure.builder()
            .structures(
                "SecretList",
                page.items().stream()
                    .map(secret -> described(secret, "SecretVersionsToStages").build())
                    .toList())
            .putIf("NextToken", page.next())
            .build());
  }

  ApiAnswer versions(ApiCall call) {
    Secret secret = allowed(call, "secretsmanager:ListSecretVersionIds");
    Input input = call.input();
    boolean all = input.flag("IncludeDeprecated", false);
    Page<Version> page =
        Page.of(
            secrets.versions(secret.arn()).stream()
                .filter(version -> all || !version.stages().isEmpty())
                .toList(),
            version -> version.created() + " " + version.id(),
            input.find("NextToken"),
            input.whole("MaxResults", 1, 100, 100),
            SecretFailures::invalidToken);
    return ApiAnswer.of(
        Output.Structure.builder()
            .structures(
                "Versions",
                page.items().stream()
                    .map(version ->
                        Output.Structure.builder()
                            .put("VersionId", version.id())
                            .texts("VersionStages", version.stages())
                            .put("CreatedDate", version.created())
                            .build())
                    .toList())
            .putIf("NextToken", page.next())
            .put("ARN", secret.arn())
            .put("Name", secret.name())
            .build());
  }

  private Output.Builder described(Secret secret, String stagesMember) {
    List<Version> versions = secrets.versions(secret.arn());
    Output.Builder description =
        Output.Structure.builder()
            .put("ARN", secret.arn())
            .put("Name", secret.name())
            .put("Description", secret.description())
            .putIf("KmsKeyId", secret.key());
    Optional<Instant> first = versions.stream().map(Version::created).findFirst();
    Optional<Instant> last = versions.stream().map(Version::created).reduce((_, next) -> next);
    last.ifPresent(time -> description.put("LastChangedDate", time));
    description.tags("Tags", secret.tags());
    SequencedMap<String, Output> stages = new LinkedHashMap<>();
    versions.stream()
        .filter(version -> !version.stages().isEmpty())
        .forEach(version -> stages.put(version.id(), Output.Items.texts(version.stages())));
    if (!stages.isEmpty()) {
      description.put(stagesMember, new Output.Entries(stages));
    }
    first.ifPresent(time -> description.put("CreatedDate", time));
    return description;
  }

  private Secret allowed(ApiCall call, String action) {
    return secrets.allowed(call.requester(), call.scope(), call.input().text("SecretId"), action);
  }
}
