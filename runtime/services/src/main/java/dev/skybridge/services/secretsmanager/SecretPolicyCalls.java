package dev.skybridge.services.secretsmanager;

import dev.skybridge.policy.Policy;
import dev.skybridge.services.api.ApiAnswer;
import dev.skybridge.services.api.ApiCall;
import dev.skybridge.services.api.Output;

/** The operations on a secret's policy. */
final class SecretPolicyCalls {
  private final SecretsManager secrets;

  SecretPolicyCalls(SecretsManager secrets) {
    this.secrets = secrets;
  }

  ApiAnswer get(ApiCall call) {
    Secret secret = allowed(call, "secretsmanager:GetResourcePolicy");
    return ApiAnswer.of(
        named(secret)
            .putIf("ResourcePolicy", secrets.policy(secret.arn()).map(Secret.Attached::text))
            .build());
  }

  /** Kept beside the values; where Terraform has a policy for the secret, a start brings that. */
  ApiAnswer put(ApiCall call) {
    Secret secret = allowed(call, "secretsmanager:PutResourcePolicy");
    String text = call.input().text("ResourcePolicy");
    Policy policy = SecretPolicies.parse(text);
    if (call.input().flag("BlockPublicPolicy", false)) {
      SecretPolicies.checkNotPublic(policy);
    }
    secrets.keep(new Secret.Attached(secret.arn(), text, policy));
    return ApiAnswer.of(named(secret).build());
  }

  ApiAnswer delete(ApiCall call) {
    Secret secret = allowed(call, "secretsmanager:DeleteResourcePolicy");
    secrets.forgetPolicy(secret.arn());
    return ApiAnswer.of(named(secret).build());
  }

  private Secret allowed(ApiCall call, String action) {
    return secrets.allowed(call.requester(), call.scope(), call.input().text("SecretId"), action);
  }

  private static Output.Builder named(Secret secret) {
    return Output.Structure.builder().put("ARN", secret.arn()).put("Name", secret.name());
  }
}
