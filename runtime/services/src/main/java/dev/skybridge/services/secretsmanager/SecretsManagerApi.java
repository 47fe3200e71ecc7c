package dev.skybridge.services.secretsmanager;

import dev.skybridge.services.api.ApiOperation;
import dev.skybridge.services.api.ApiService;
import dev.skybridge.services.api.JsonProtocol;
import java.util.List;

/**
 * The API of Secrets Manager.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_Operations.html">Actions
 *     of Secrets Manager</a>
 */
public final class SecretsManagerApi {
  private SecretsManagerApi() {}

  public static ApiService service(SecretsManager secrets) {
    SecretValues values = new SecretValues(secrets);
    SecretDescriptions descriptions = new SecretDescriptions(secrets);
    SecretPolicyCalls policies = new SecretPolicyCalls(secrets);
    return new ApiService(
        "secretsmanager",
        new JsonProtocol("1.1", "secretsmanager", "Message"),
        List.of(
            ApiOperation.named("CreateSecret", values::create),
            ApiOperation.named("GetSecretValue", values::get),
            ApiOperation.named("PutSecretValue", values::put),
            ApiOperation.named("UpdateSecretVersionStage", values::move),
            ApiOperation.named("DeleteSecret", values::delete),
            ApiOperation.named("DescribeSecret", descriptions::describe),
            ApiOperation.named("ListSecrets", descriptions::list),
            ApiOperation.named("ListSecretVersionIds", descriptions::versions),
            ApiOperation.named("GetResourcePolicy", policies::get),
            ApiOperation.named("PutResourcePolicy", policies::put),
            ApiOperation.named("DeleteResourcePolicy", policies::delete)));
  }
}
