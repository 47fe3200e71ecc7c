package dev.skybridge.provider.types.identity;

import dev.skybridge.provider.DataSourceType;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.services.iam.Iam;
import dev.skybridge.services.kms.Kms;
import dev.skybridge.services.secretsmanager.SecretsManager;
import java.time.InstantSource;
import java.util.List;

/** The types of IAM, STS, KMS and Secrets Manager that are served. */
public final class IdentityTypes {
  private IdentityTypes() {}

  /**
   * The resource types.
   *
   * @param clock for creation dates
   */
  public static List<ResourceType> resources(
      Iam iam, Kms kms, SecretsManager secrets, InstantSource clock) {
    return List.of(
        new RoleType(iam, clock),
        new RolePolicyType(iam),
        new RolePolicyAttachmentType(iam),
        new PolicyType(iam, clock),
        new InstanceProfileType(iam, clock),
        new KmsKeyType(kms, iam),
        new KmsAliasType(kms, iam),
        new SecretType(secrets),
        new SecretVersionType(secrets),
        new SecretPolicyType(secrets));
  }

  /** The data sources. */
  public static List<DataSourceType> dataSources(SecretsManager secrets) {
    return List.of(new SecretData(secrets), new SecretVersionData(secrets));
  }
}
