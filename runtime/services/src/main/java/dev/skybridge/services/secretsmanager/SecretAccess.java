package dev.skybridge.services.secretsmanager;

import static java.util.Objects.requireNonNull;

import dev.skybridge.gate.Step;
import dev.skybridge.policy.AccessRequest;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Arn;
import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Context;
import dev.skybridge.policy.Decision;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.AccessDenied;
import dev.skybridge.services.RequestFacts;
import dev.skybridge.services.api.Facts;
import dev.skybridge.services.api.Judgement;
import dev.skybridge.services.api.Requester;
import dev.skybridge.services.api.Rights;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Who may do what with a secret, by its policy and the caller's own.
 *
 * @param identities what principals may do by their own policies
 */
record SecretAccess(SecretRecords records, Rights identities, InstantSource clock) {
  SecretAccess {
    requireNonNull(records);
    requireNonNull(identities);
    requireNonNull(clock);
  }

  /**
   * A secret that the caller may do {@code action} with; the judgement is a step of its trace.
   *
   * @param which what the call names of the secret
   * @throws dev.skybridge.services.AwsException AccessDeniedException, ResourceNotFoundException
   */
  Secret allowed(Requester requester, Scope scope, String reference, String action, Context which) {
    Optional<Secret> secret = records.find(scope, reference);
    AccountId owner = owner(requester, reference);
    if (secret.isEmpty() && owner.equals(requester.identity().account())) {
      throw SecretFailures.notFound();
    }
    AccessRequest request =
        new AccessRequest(
            requester.identity(),
            action,
            secret.map(Secret::arn).orElse(reference),
            owner,
            Facts.both(
                requester.facts(),
                Facts.both(
                    which,
                    RequestFacts.of(scope.region(), clock.instant())
                        .put("secretsmanager:SecretId", reference)
                        .build())));
    judge(requester, secret, request);
    return secret.orElseThrow(SecretFailures::notFound);
  }

  private static AccountId owner(Requester requester, String reference) {
    return Arn.isArn(reference)
        ? new AccountId(Arn.parse(reference).account())
        : requester.identity().account();
  }

  private void judge(Requester requester, Optional<Secret> secret, AccessRequest request) {
    long start = System.nanoTime();
    Decision decision =
        Judgement.identityAndResource(identities, requester, secret.flatMap(this::holder), request);
    requester
        .trace()
        .add(
            new Step(
                "secret policy",
                request.resource(),
                decision.verdict(),
                Math.max(0, System.nanoTime() - start)));
    if (!decision.allowed()) {
      throw AccessDenied.of("AccessDeniedException", 400, decision, request);
    }
  }

  private Optional<AttachedPolicy> holder(Secret secret) {
    return records
        .policy(secret.arn())
        .map(held -> new AttachedPolicy(secret.arn(), "", held.policy()));
  }
}
