package dev.skybridge.policy;

import static java.util.Objects.requireNonNull;

import dev.skybridge.gate.Rule;
import dev.skybridge.gate.Verdict;
import dev.skybridge.policy.NearStatements.Asked;
import java.util.List;
import java.util.Optional;

/**
 * What policies decide of a request, and why. What is told of a refusal is looked up when it is
 * asked for: a decision that nobody explains costs no explanation.
 */
public final class Decision {
  private final Cause cause;
  private final Facts facts;
  private final List<Finding> deciding;
  private final List<Asked> silent;

  /**
   * @param deciding the policies whose statements decided, the main one first
   * @param silent at a refusal for want of an Allow, the policies of which one should have allowed
   */
  Decision(Cause cause, Facts facts, List<Finding> deciding, List<Asked> silent) {
    this.cause = requireNonNull(cause);
    this.facts = facts;
    this.deciding = List.copyOf(deciding);
    this.silent = List.copyOf(silent);
  }

  public boolean allowed() {
    return cause == Cause.ALLOWED;
  }

  /** Why, in AWS's terms. */
  public Cause cause() {
    return cause;
  }

  /** The request that was decided. */
  public AccessRequest request() {
    return facts.request();
  }

  /**
   * The statements that decided: one that denies; or, where resource and principal are in different
   * accounts, one of each side that allow. None where nothing allowed, and where an account's root
   * user needed none.
   */
  public List<DecidingStatement> deciding() {
    return deciding.stream().flatMap(finding -> statement(finding).stream()).toList();
  }

  /**
   * At a refusal for want of an Allow, the Allow statement that is nearest to matching, with all
   * that did not fit, and after it the others that one element alone kept from matching.
   */
  public List<NearStatement> nearStatements() {
    return NearStatements.close(silent, facts);
  }

  /** The verdict for a trace: who decided and, at a refusal, a sentence that says why. */
  public Verdict verdict() {
    if (allowed()) {
      return allowVerdict();
    }
    return cause.explicit() ? denyVerdict() : silentVerdict();
  }

  private Verdict denyVerdict() {
    DecidingStatement statement = deciding().getFirst();
    Rule rule = statement.policy().rule(statement.statement());
    return Verdict.deny(rule, rule.text() + " denies " + what() + " explicitly");
  }

  private Verdict allowVerdict() {
    List<DecidingStatement> statements = deciding();
    if (statements.isEmpty()) {
      return Verdict.allow(facts.request().principal().name(), "the account's root user");
    }
    Rule rule = statements.getFirst().policy().rule(statements.getFirst().statement());
    if (statements.size() == 1) {
      return new Verdict.Allowed(rule);
    }
    StringBuilder text = new StringBuilder(rule.text());
    for (DecidingStatement other : statements.subList(1, statements.size())) {
      Rule also = other.policy().rule(other.statement());
      text.append(", and ").append(also.owner()).append(' ').append(also.text());
    }
    return new Verdict.Allowed(new Rule(rule.owner(), text.toString(), rule.position()));
  }

  private Verdict silentVerdict() {
    List<NearStatement> near = nearStatements();
    if (!near.isEmpty()) {
      Rule rule = near.getFirst().policy().rule(near.getFirst().statement());
      return Verdict.silent(
          new Rule(rule.owner(), "no matching Allow; nearest " + rule.text()),
          "no statement allows "
              + what()
              + "; nearest is "
              + rule.text()
              + ": "
              + near.getFirst().reason(),
          near.stream().map(NearStatement::miss).toList(),
          remedy(near.getFirst()));
    }
    return silent.stream()
        .findFirst()
        .map(asked ->
            Verdict.refuse(
                asked.policy().owner(), "no Allow statement", "no statement allows " + what()))
        .orElseGet(this::noPolicy);
  }

  private String remedy(NearStatement nearest) {
    return Remedy.of(facts.request(), nearest);
  }

  private Verdict noPolicy() {
    return switch (cause.type().orElseThrow()) {
      case RESOURCE, VPC_ENDPOINT, GATEWAY_ENDPOINT ->
          Verdict.refuse(
              facts.request().resource(),
              "no resource policy",
              "the resource has no policy that allows " + what());
      case IDENTITY ->
          Verdict.refuse(
              facts.request().principal().name(),
              "no identity policy",
              "the principal has no policy that allows " + what());
      case PERMISSIONS_BOUNDARY, SESSION, SERVICE_CONTROL, RESOURCE_CONTROL ->
          Verdict.refuse(
              facts.request().principal().name(),
              "no " + cause.type().orElseThrow().text(),
              "a level of the organization has no policy that allows " + what());
    };
  }

  private Optional<DecidingStatement> statement(Finding finding) {
    return finding
        .decided()
        .map(match ->
            new DecidingStatement(
                finding.type(), finding.holder(), match.statement(), match.facts(facts)));
  }

  private String what() {
    AccessRequest request = facts.request();
    return request.action() + " on " + request.resource() + " to " + request.principal().name();
  }

  /**
   * The message of AWS's AccessDenied error for this refusal.
   *
   * @param request the request as the message is to show it, e.g. with a masked account
   * @see <a
   *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">Troubleshoot
   *     access denied error messages</a>
   */
  public String awsMessage(AccessRequest request) {
    return "User: "
        + request.principal().name()
        + " is not authorized to perform: "
        + request.action()
        + " on resource: "
        + request.resource()
        + " "
        + cause.ending(request.action());
  }

  /** Why a request is allowed or refused. */
  public enum Cause {
    ALLOWED(Optional.empty(), false),
    DENIED_BY_IDENTITY(Optional.of(PolicyType.IDENTITY), true),
    DENIED_BY_RESOURCE(Optional.of(PolicyType.RESOURCE), true),
    DENIED_BY_BOUNDARY(Optional.of(PolicyType.PERMISSIONS_BOUNDARY), true),
    DENIED_BY_SESSION(Optional.of(PolicyType.SESSION), true),
    DENIED_BY_SERVICE_CONTROL(Optional.of(PolicyType.SERVICE_CONTROL), true),
    DENIED_BY_RESOURCE_CONTROL(Optional.of(PolicyType.RESOURCE_CONTROL), true),
    DENIED_BY_ENDPOINT(Optional.of(PolicyType.VPC_ENDPOINT), true),
    NOT_ALLOWED_BY_IDENTITY(Optional.of(PolicyType.IDENTITY), false),
    NOT_ALLOWED_BY_RESOURCE(Optional.of(PolicyType.RESOURCE), false),
    NOT_ALLOWED_BY_BOUNDARY(Optional.of(PolicyType.PERMISSIONS_BOUNDARY), false),
    NOT_ALLOWED_BY_SESSION(Optional.of(PolicyType.SESSION), false),
    NOT_ALLOWED_BY_SERVICE_CONTROL(Optional.of(PolicyType.SERVICE_CONTROL), false),
    NOT_ALLOWED_BY_RESOURCE_CONTROL(Optional.of(PolicyType.RESOURCE_CONTROL), false),
    NOT_ALLOWED_BY_ENDPOINT(Optional.of(PolicyType.VPC_ENDPOINT), false);

    private final Optional<PolicyType> type;
    private final boolean explicit;

    Cause(Optional<PolicyType> type, boolean explicit) {
      this.type = type;
      this.explicit = explicit;
    }

    /** The kind of policy that refused; empty if none did. */
    public Optional<PolicyType> type() {
      return type;
    }

    /** Whether a Deny statement refused, rather than the want of an Allow. */
    public boolean explicit() {
      return explicit;
    }

    static Cause denied(PolicyType type) {
      return switch (type) {
        case IDENTITY -> DENIED_BY_IDENTITY;
        case RESOURCE -> DENIED_BY_RESOURCE;
        case PERMISSIONS_BOUNDARY -> DENIED_BY_BOUNDARY;
        case SESSION -> DENIED_BY_SESSION;
        case SERVICE_CONTROL -> DENIED_BY_SERVICE_CONTROL;
        case RESOURCE_CONTROL -> DENIED_BY_RESOURCE_CONTROL;
        case VPC_ENDPOINT, GATEWAY_ENDPOINT -> DENIED_BY_ENDPOINT;
      };
    }

    static Cause notAllowed(PolicyType type) {
      return switch (type) {
        case IDENTITY -> NOT_ALLOWED_BY_IDENTITY;
        case RESOURCE -> NOT_ALLOWED_BY_RESOURCE;
        case PERMISSIONS_BOUNDARY -> NOT_ALLOWED_BY_BOUNDARY;
        case SESSION -> NOT_ALLOWED_BY_SESSION;
        case SERVICE_CONTROL -> NOT_ALLOWED_BY_SERVICE_CONTROL;
        case RESOURCE_CONTROL -> NOT_ALLOWED_BY_RESOURCE_CONTROL;
        case VPC_ENDPOINT, GATEWAY_ENDPOINT -> NOT_ALLOWED_BY_ENDPOINT;
      };
    }

    private String ending(String action) {
      if (type.isEmpty()) {
        return "";
      }
      return explicit
          ? "with an explicit deny in " + type.get().withArticle()
          : "because no " + type.get().text() + " allows the " + action + " action";
    }
  }
}
