package dev.skybridge.services.apigateway;

import static java.util.Objects.requireNonNull;

import dev.skybridge.gate.Verdict;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.policy.Access;
import dev.skybridge.policy.AccessRequest;
import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Decision;
import dev.skybridge.policy.PrincipalPolicies;
import dev.skybridge.services.apigateway.openapi.AuthorizationType;
import dev.skybridge.services.signature.Caller;
import dev.skybridge.services.signature.Verification;
import java.util.Optional;

/**
 * Decides who may come in: first who it is, where the method wants to know, then the endpoint's
 * policy, then the API's, together with the caller's own where there is a caller. That AWS tells a
 * bad signature before it looks at the endpoint's policy is not established.
 */
final class Admissions {
  private final Callers callers;

  Admissions(Callers callers) {
    this.callers = requireNonNull(callers);
  }

  /** The same where this one signs. */
  Admissions signedBy(Caller signer) {
    return new Admissions(new KnownSigner(callers, signer));
  }

  /**
   * @param match the method; without one the request is judged as one without credentials
   */
  Admission of(Call call, Route route, Optional<Match> match) {
    boolean signed =
        match
            .filter(found -> found.method().authorization() == AuthorizationType.AWS_IAM)
            .isPresent();
    return signed ? verified(call, route) : judged(call, route, Optional.empty());
  }

  private Admission verified(Call call, Route route) {
    String api = route.api().executionArn();
    Optional<HttpResponse> foreign = Signatures.foreign(call);
    if (foreign.isPresent()) {
      call.note(
          "signature",
          Verdict.refuse(api, "AWS_IAM", "the Authorization header holds no signature of AWS's"));
      return new Admission.Refused(foreign.get());
    }
    return switch (callers.verify(call.request(), call.arrival().region())) {
      case Verification.Signed signed -> {
        String who = signed.caller().identity().arn();
        call.note("signature", Verdict.allow(api, "AWS_IAM: signed by " + who));
        yield judged(call, route, Optional.of(signed.caller()));
      }
      case Verification.Refused refused -> {
        String remedy = refused.problem().remedy();
        call.note("signature", Verdict.refuse(api, "AWS_IAM", refused.message(), remedy));
        yield new Admission.Refused(Signatures.answer(call, refused));
      }
    };
  }

  /** The endpoint's policy first; without a policy of its own a private API is closed. */
  private Admission judged(Call call, Route route, Optional<Caller> signer) {
    Optional<String> organization = callers.organization(route.api().scope().account());
    AccessRequest request = Invocation.request(call, route, signer, organization);
    Optional<AttachedPolicy> endpoint = call.arrival().policy();
    if (endpoint.isPresent()) {
      Decision decision = Access.decideEndpoint(endpoint.get(), request);
      call.note("endpoint policy", decision.verdict());
      if (!decision.allowed()) {
        return denied(call, decision, request);
      }
    }
    Optional<AttachedPolicy> policy = route.api().policy();
    if (policy.isEmpty()) {
      String reason = "a private API without a resource policy is closed";
      String remedy = "give the API a resource policy that allows " + Invocation.ACTION;
      call.note(
          "resource policy", Verdict.refuse(route.api().executionArn(), "none", reason, remedy));
      return new Admission.Refused(Responses.of(Answer.FORBIDDEN, call.id(), call.time()));
    }
    Decision decision = decide(policy.get(), request, signer);
    call.note(signer.isEmpty() ? "resource policy" : "authorization", decision.verdict());
    return decision.allowed() ? new Admission.Admitted(signer) : denied(call, decision, request);
  }

  private Decision decide(AttachedPolicy policy, AccessRequest request, Optional<Caller> signer) {
    PrincipalPolicies own =
        signer
            .map(caller ->
                callers.principalPolicies(caller.identity()).withSession(caller.sessionPolicies()))
            .orElseGet(PrincipalPolicies::none);
    return Access.decideInvocation(own, Optional.of(policy), request);
  }

  private static Admission denied(Call call, Decision decision, AccessRequest request) {
    String message = decision.awsMessage(Invocation.masked(request));
    return new Admission.Refused(
        Responses.error(
            403,
            "Forbidden",
            "AccessDeniedException",
            Json.object("Message", message),
            call.id(),
            call.time()));
  }
}
