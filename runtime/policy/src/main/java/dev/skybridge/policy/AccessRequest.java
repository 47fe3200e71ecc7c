package dev.skybridge.policy;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;

/**
 * What somebody wants to do.
 *
 * @param principal who
 * @param action what, e.g. {@code dynamodb:PutItem}
 * @param resource on which resource: an ARN, or {@code *} for actions without one
 * @param resourceAccount the account that owns the resource
 * @param context the request's facts; keys that follow from principal and resource (such as {@code
 *     aws:PrincipalArn}) need not be put
 */
public record AccessRequest(
    Principal principal,
    String action,
    String resource,
    AccountId resourceAccount,
    Context context) {
  public AccessRequest {
    requireNonNull(principal);
    requireNonNull(action);
    requireNonNull(resource);
    requireNonNull(resourceAccount);
    requireNonNull(context);
  }

  /**
   * The values of a condition key as policies see it; none if the request has not got it.
   *
   * @param key e.g. {@code aws:PrincipalArn}, in any case
   */
  public List<String> values(String key) {
    return new Facts(this).values(key.toLowerCase(Locale.ROOT));
  }
}
