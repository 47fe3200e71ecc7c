package dev.skybridge.app.wiring;

import dev.skybridge.app.access.Actor;
import dev.skybridge.app.access.Callers;
import dev.skybridge.gate.Step;
import dev.skybridge.gate.Trace;
import dev.skybridge.gate.Verdict;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Principal;
import dev.skybridge.services.Organization;
import dev.skybridge.services.api.Requester;
import dev.skybridge.services.iam.AccessKeys;
import dev.skybridge.services.iam.Administrator;
import dev.skybridge.services.iam.Role;
import dev.skybridge.services.signature.Caller;
import dev.skybridge.services.sts.Assumption;
import dev.skybridge.services.sts.Sts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** STS tells who a session would be; root users are of the organization. */
record CallerWiring(Sts sts, Organization organization, AccessKeys administrators)
    implements Callers {
  private static final String SESSION_NAME = "check";

  @Override
  public Caller session(Role role, String name) {
    return sts.foresee(Assumption.of(role.arn(), name)).orElseThrow();
  }

  @Override
  public Optional<Caller> assume(Actor who, Role role, Trace trace) {
    return switch (who.kind()) {
      case INSTANCE -> byPerson(people(who.account(), role), role, trace);
      case ACCOUNT -> byPerson(administrator(who.account()).toList(), role, trace);
      case FUNCTION, LOAD_BALANCER, VPC_ENDPOINT, ROLE ->
          who.caller()
              .flatMap(own ->
                  sts.judge(
                      new Requester(own, own.bound(), trace),
                      Assumption.of(role.arn(), SESSION_NAME)))
              .or(() -> nobody(who, trace));
    };
  }

  /**
   * As whom the person in front of the machine asks for a role: as the administrator of his own
   * account, and else as the one of the role's.
   */
  List<Principal.Identity> people(AccountId home, Role role) {
    return Stream.of(home, role.account()).distinct().flatMap(this::administrator).toList();
  }

  private Stream<Principal.Identity> administrator(AccountId account) {
    return administrators.all().stream()
        .map(AccessKeys.AccessKey::scope)
        .filter(scope -> scope.account().equals(account))
        .map(Administrator::of);
  }

  /** The first who may; else what the first is told. */
  private Optional<Caller> byPerson(List<Principal.Identity> people, Role role, Trace trace) {
    List<Verdict> verdicts = new ArrayList<>();
    for (Principal.Identity person : people) {
      Verdict verdict = sts.mayAssume(person, role.arn()).verdict();
      if (verdict.allowed()) {
        trace.add(new Step("trust policy", role.arn(), verdict, 0));
        return Optional.of(session(role, SESSION_NAME));
      }
      verdicts.add(verdict);
    }
    verdicts.stream()
        .findFirst()
        .ifPresent(verdict -> trace.add(new Step("trust policy", role.arn(), verdict, 0)));
    return Optional.empty();
  }

  private static Optional<Caller> nobody(Actor who, Trace trace) {
    if (who.caller().isEmpty()) {
      String reason = "who assumes a role signs for it, and " + who.name() + " has no credentials";
      Verdict verdict = Verdict.refuse(who.name(), "no credentials", reason);
      trace.add(new Step("signature", who.name(), verdict, 0));
    }
    return Optional.empty();
  }

  @Override
  public Caller root(AccountId account) {
    String arn = "arn:aws:iam::" + account + ":root";
    return new Caller(
        Principal.Identity.user(arn, account),
        "",
        account.value(),
        List.of(),
        organization.facts());
  }
}
