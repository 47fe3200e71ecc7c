package dev.skybridge.services.api;

import static java.util.Objects.requireNonNull;

import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.policy.AccessRequest;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Arn;
import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Context;
import dev.skybridge.policy.Decision;
import dev.skybridge.policy.Scope;
import java.util.Optional;

/** One call of an operation, its sender known. */
public final class ApiCall {
  private final String service;
  private final Protocol protocol;
  private final Protocol.Selection selection;
  private final Requester requester;
  private final Scope scope;
  private final HttpRequest request;
  private final String requestId;
  private final Rights rights;

  ApiCall(
      ApiService service,
      Protocol.Selection selection,
      Requester requester,
      Scope scope,
      HttpRequest request,
      String requestId,
      Rights rights) {
    this.service = service.signingName();
    this.protocol = service.protocol();
    this.selection = requireNonNull(selection);
    this.requester = requireNonNull(requester);
    this.scope = requireNonNull(scope);
    this.request = requireNonNull(request);
    this.requestId = requireNonNull(requestId);
    this.rights = requireNonNull(rights);
  }

  public Input input() {
    return selection.input();
  }

  /** Who calls. */
  public Requester requester() {
    return requester;
  }

  /** The caller's account, and the Region that the request is scoped to. */
  public Scope scope() {
    return scope;
  }

  /** The request as it came, for an operation whose input is in headers or a payload. */
  public HttpRequest request() {
    return request;
  }

  /** The id under which the answer and the trace are known. */
  public String requestId() {
    return requestId;
  }

  /**
   * Refuses the call unless the caller's policies allow an action of his own account's.
   *
   * @param action e.g. {@code logs:DescribeLogGroups}
   * @param resource an ARN, or {@code *} for actions without a resource
   */
  public void authorize(String action, String resource) {
    authorize(action, resource, scope.account(), Optional.empty(), Context.empty());
  }

  /**
   * Refuses the call unless the caller's policies and the resource's allow an action.
   *
   * @param policy the resource's own policy, if it has one
   */
  public void authorize(String action, Arn resource, Optional<AttachedPolicy> policy) {
    authorize(
        action, resource.toString(), new AccountId(resource.account()), policy, Context.empty());
  }

  /**
   * As {@link #authorize(String, Arn, Optional)}, with more condition keys than every call has.
   *
   * @param owner the account that the resource belongs to
   * @throws dev.skybridge.services.AwsException the protocol's error for a call that is denied
   */
  public void authorize(
      String action,
      String resource,
      AccountId owner,
      Optional<AttachedPolicy> policy,
      Context more) {
    AccessRequest asked =
        new AccessRequest(
            requester.identity(), action, resource, owner, Facts.both(requester.facts(), more));
    Decision decision = Judgement.ofCall(service, rights, requester, policy, asked);
    if (!decision.allowed()) {
      throw protocol.denied(decision, asked);
    }
  }
}
