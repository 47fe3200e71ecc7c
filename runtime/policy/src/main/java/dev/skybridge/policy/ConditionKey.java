package dev.skybridge.policy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A condition key that this system can give a value. A service puts the values of a request into
 * its {@link Context}; a policy that asks for a key that is not here is refused when it is put,
 * because its condition could never hold, or would always hold.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS
 *     global condition context keys</a>
 */
public final class ConditionKey {
  /** The services through which a call came on the caller's behalf, first to last. */
  public static final ConditionKey CALLED_VIA = several("aws:CalledVia", Type.STRING);

  /** The first of {@link #CALLED_VIA}. */
  public static final ConditionKey CALLED_VIA_FIRST = one("aws:CalledViaFirst", Type.STRING);

  /** The last of {@link #CALLED_VIA}. */
  public static final ConditionKey CALLED_VIA_LAST = one("aws:CalledViaLast", Type.STRING);

  /** When the request came, ISO 8601 in UTC. */
  public static final ConditionKey CURRENT_TIME = one("aws:CurrentTime", Type.DATE);

  /** When the request came, in seconds since 1970. */
  public static final ConditionKey EPOCH_TIME = one("aws:EpochTime", Type.DATE);

  /** The identity provider of somebody who assumes a role by federation. */
  public static final ConditionKey FEDERATED_PROVIDER = one("aws:FederatedProvider", Type.STRING);

  /** The caller's account; follows from the principal. */
  public static final ConditionKey PRINCIPAL_ACCOUNT = one("aws:PrincipalAccount", Type.STRING);

  /** The caller's user or, of a session, its role; follows from the principal. */
  public static final ConditionKey PRINCIPAL_ARN = one("aws:PrincipalArn", Type.ARN);

  /** Whether an AWS service calls by itself; follows from the principal. */
  public static final ConditionKey PRINCIPAL_IS_AWS_SERVICE =
      one("aws:PrincipalIsAWSService", Type.BOOL);

  /** The organization that the caller's account is in; absent where there is none. */
  public static final ConditionKey PRINCIPAL_ORG_ID = one("aws:PrincipalOrgID", Type.STRING);

  /** The name of the AWS service that calls by itself; follows from the principal. */
  public static final ConditionKey PRINCIPAL_SERVICE_NAME =
      one("aws:PrincipalServiceName", Type.STRING);

  /** A tag of the caller's role, user or session. */
  public static final ConditionKey PRINCIPAL_TAG = one("aws:PrincipalTag/*", Type.STRING);

  /** {@code AssumedRole}, {@code User}, {@code Account} ...; follows from the principal. */
  public static final ConditionKey PRINCIPAL_TYPE = one("aws:PrincipalType", Type.STRING);

  /** The Referer header, where the service passes it on. */
  public static final ConditionKey REFERER = one("aws:Referer", Type.STRING);

  /** The Region that the request was made to. */
  public static final ConditionKey REQUESTED_REGION = one("aws:RequestedRegion", Type.STRING);

  /** A tag that a session is to get; for actions of STS. */
  public static final ConditionKey REQUEST_TAG =
      one("aws:RequestTag/*", Type.STRING).onlyFor("sts");

  /** The account that owns the resource; follows from the request. */
  public static final ConditionKey RESOURCE_ACCOUNT = one("aws:ResourceAccount", Type.STRING);

  /** The organization that the resource's account is in. */
  public static final ConditionKey RESOURCE_ORG_ID = one("aws:ResourceOrgID", Type.STRING);

  /** A tag of the role that is to be assumed; for actions of STS. */
  public static final ConditionKey RESOURCE_TAG =
      one("aws:ResourceTag/*", Type.STRING).onlyFor("sts");

  /** Whether the request came by TLS. */
  public static final ConditionKey SECURE_TRANSPORT = one("aws:SecureTransport", Type.BOOL);

  /** The account of the resource for which an AWS service calls. */
  public static final ConditionKey SOURCE_ACCOUNT = one("aws:SourceAccount", Type.STRING);

  /** The resource for which an AWS service calls. */
  public static final ConditionKey SOURCE_ARN = one("aws:SourceArn", Type.ARN);

  /** The source identity that was set when the role was assumed. */
  public static final ConditionKey SOURCE_IDENTITY = one("aws:SourceIdentity", Type.STRING);

  /** The public source address; absent when the request came through a VPC endpoint. */
  public static final ConditionKey SOURCE_IP = one("aws:SourceIp", Type.ADDRESS);

  /** The organization of the resource for which an AWS service calls. */
  public static final ConditionKey SOURCE_ORG_ID = one("aws:SourceOrgID", Type.STRING);

  /** The VPC from which the request came; only through a VPC endpoint. */
  public static final ConditionKey SOURCE_VPC = one("aws:SourceVpc", Type.STRING);

  /** The VPC endpoint through which the request came. */
  public static final ConditionKey SOURCE_VPCE = one("aws:SourceVpce", Type.STRING);

  /** The keys of the tags that a session is to get; for actions of STS. */
  public static final ConditionKey TAG_KEYS = several("aws:TagKeys", Type.STRING).onlyFor("sts");

  /** When the caller's temporary credentials were issued, ISO 8601. */
  public static final ConditionKey TOKEN_ISSUE_TIME = one("aws:TokenIssueTime", Type.DATE);

  /** The User-Agent header. */
  public static final ConditionKey USER_AGENT = one("aws:UserAgent", Type.STRING);

  /** The caller's unique id: of a session {@code AROA...:session-name}. */
  public static final ConditionKey USER_ID = one("aws:userid", Type.STRING);

  /** The name of a user; follows from the principal. */
  public static final ConditionKey USER_NAME = one("aws:username", Type.STRING);

  /** Whether an AWS service calls on the caller's behalf with the caller's credentials. */
  public static final ConditionKey VIA_AWS_SERVICE = one("aws:ViaAWSService", Type.BOOL);

  /** The private source address; only through a VPC endpoint. */
  public static final ConditionKey VPC_SOURCE_IP = one("aws:VpcSourceIp", Type.ADDRESS);

  /** The attributes that a DynamoDB request names. */
  public static final ConditionKey DYNAMODB_ATTRIBUTES =
      several("dynamodb:Attributes", Type.STRING);

  /** The partition keys that a DynamoDB request names. */
  public static final ConditionKey DYNAMODB_LEADING_KEYS =
      several("dynamodb:LeadingKeys", Type.STRING);

  /** The Select parameter of Query and Scan. */
  public static final ConditionKey DYNAMODB_SELECT = one("dynamodb:Select", Type.STRING);

  /** The service to which a role is passed. */
  public static final ConditionKey IAM_PASSED_TO_SERVICE = one("iam:PassedToService", Type.STRING);

  /** The caller's account, as KMS sees it. */
  public static final ConditionKey KMS_CALLER_ACCOUNT = one("kms:CallerAccount", Type.STRING);

  /** One entry of the encryption context. */
  public static final ConditionKey KMS_ENCRYPTION_CONTEXT =
      one("kms:EncryptionContext:*", Type.STRING);

  /** The names in the encryption context. */
  public static final ConditionKey KMS_ENCRYPTION_CONTEXT_KEYS =
      several("kms:EncryptionContextKeys", Type.STRING);

  /** The service that uses the key on the caller's behalf. */
  public static final ConditionKey KMS_VIA_SERVICE = one("kms:ViaService", Type.STRING);

  /** The function from whose environment a request came. */
  public static final ConditionKey LAMBDA_SOURCE_FUNCTION_ARN =
      one("lambda:SourceFunctionArn", Type.ARN);

  /** The name of a secret that is to be made. */
  public static final ConditionKey SECRETS_MANAGER_NAME = one("secretsmanager:Name", Type.STRING);

  /** The secret as the request names it. */
  public static final ConditionKey SECRETS_MANAGER_SECRET_ID =
      one("secretsmanager:SecretId", Type.ARN);

  /** The version id that the request names. */
  public static final ConditionKey SECRETS_MANAGER_VERSION_ID =
      one("secretsmanager:VersionId", Type.STRING);

  /** The stage that the request names. */
  public static final ConditionKey SECRETS_MANAGER_VERSION_STAGE =
      one("secretsmanager:VersionStage", Type.STRING);

  /** The external id with which a role is assumed. */
  public static final ConditionKey STS_EXTERNAL_ID = one("sts:ExternalId", Type.STRING);

  /** The name of the session that is to be opened. */
  public static final ConditionKey STS_ROLE_SESSION_NAME = one("sts:RoleSessionName", Type.STRING);

  /** The keys of the tags that sessions of the session will get. */
  public static final ConditionKey STS_TRANSITIVE_TAG_KEYS =
      several("sts:TransitiveTagKeys", Type.STRING);

  private final String name;
  private final String lowerCase;
  private final Type type;
  private final boolean multivalued;
  private final Optional<String> service;

  /** What a key's values are. */
  public enum Type {
    STRING,
    BOOL,
    DATE,
    ADDRESS,
    ARN
  }

  private ConditionKey(String name, Type type, boolean multivalued, Optional<String> service) {
    this.name = name;
    this.lowerCase = name.toLowerCase(Locale.ROOT);
    this.type = type;
    this.multivalued = multivalued;
    this.service = service;
  }

  private static ConditionKey one(String name, Type type) {
    return new ConditionKey(name, type, false, Optional.empty());
  }

  private static ConditionKey several(String name, Type type) {
    return new ConditionKey(name, type, true, Optional.empty());
  }

  private ConditionKey onlyFor(String owner) {
    return new ConditionKey(name, type, multivalued, Optional.of(owner));
  }

  /** The service, in lower case, whose actions alone have it; empty if more can. */
  Optional<String> onlyFor() {
    return service;
  }

  /** All keys, families included. */
  public static List<ConditionKey> all() {
    return ConditionKeys.PRODUCED;
  }

  /** As AWS writes it; of a family, such as {@code aws:PrincipalTag/*}, with the asterisk. */
  public String name() {
    return name;
  }

  String lowerCase() {
    return lowerCase;
  }

  public Type type() {
    return type;
  }

  /** Whether a request can have several values of it. */
  public boolean multivalued() {
    return multivalued;
  }

  /** Whether it stands for all keys that begin like it. */
  public boolean family() {
    return name.endsWith("*");
  }

  /** The member of this family with this ending, e.g. the name of a tag. */
  public ConditionKey named(String ending) {
    if (!family() || ending.isEmpty()) {
      throw new IllegalArgumentException(name + " with \"" + ending + "\": no member of a family");
    }
    return new ConditionKey(
        name.substring(0, name.length() - 1) + ending, type, multivalued, service);
  }

  @Override
  public String toString() {
    return name;
  }
}
