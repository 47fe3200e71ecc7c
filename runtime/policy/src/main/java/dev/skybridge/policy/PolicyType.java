package dev.skybridge.policy;

/**
 * What a policy is for in a decision.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html">Policies and
 *     permissions in IAM</a>
 */
public enum PolicyType {
  IDENTITY("identity-based policy", "an identity-based policy"),
  RESOURCE("resource-based policy", "a resource-based policy"),
  PERMISSIONS_BOUNDARY("permissions boundary", "a permissions boundary"),
  SESSION("session policy", "a session policy"),
  SERVICE_CONTROL("service control policy", "a service control policy"),
  RESOURCE_CONTROL("resource control policy", "a resource control policy"),
  /** Of an interface endpoint. */
  VPC_ENDPOINT("VPC endpoint policy", "a VPC endpoint policy"),
  /** Of a gateway endpoint, whose Allow statements name nobody but everybody and root users. */
  GATEWAY_ENDPOINT("VPC endpoint policy", "a VPC endpoint policy");

  private final String text;
  private final String withArticle;

  PolicyType(String text, String withArticle) {
    this.text = text;
    this.withArticle = withArticle;
  }

  /** As AWS's messages name it. */
  public String text() {
    return text;
  }

  String withArticle() {
    return withArticle;
  }

  /** Whether its statements have a Principal element that counts. */
  boolean withPrincipal() {
    return switch (this) {
      case RESOURCE, RESOURCE_CONTROL, VPC_ENDPOINT, GATEWAY_ENDPOINT -> true;
      case IDENTITY, PERMISSIONS_BOUNDARY, SESSION, SERVICE_CONTROL -> false;
    };
  }
}
