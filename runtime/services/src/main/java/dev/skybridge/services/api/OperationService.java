package dev.skybridge.services.api;

import dev.skybridge.gate.Step;
import dev.skybridge.gate.Trace;
import dev.skybridge.gate.Verdict;
import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.signature.Caller;
import dev.skybridge.services.signature.SignatureVerifier;
import dev.skybridge.services.signature.Verification;
import java.time.InstantSource;
import java.util.Optional;

/** Serves an {@link ApiService}: signature, operation, input, the operation's own answer. */
final class OperationService implements ServiceApi {
  private final ApiService service;
  private final SignatureVerifier verifier;
  private final Rights rights;
  private final InstantSource clock;

  OperationService(
      ApiService service, SignatureVerifier verifier, Rights rights, InstantSource clock) {
    this.service = service;
    this.verifier = verifier;
    this.rights = rights;
    this.clock = clock;
  }

  @Override
  public String signingName() {
    return service.signingName();
  }

  @Override
  public boolean isMeant(HttpRequest request) {
    Optional<String> target = request.headers().first("X-Amz-Target");
    return switch (service.protocol()) {
      case JsonProtocol json ->
          target.filter(text -> text.startsWith(json.targetPrefix() + ".")).isPresent();
      case QueryProtocol query -> target.isEmpty() && isVersion(request, query.version());
      case Ec2Protocol ec2 -> target.isEmpty() && isVersion(request, ec2.version());
      case RestJsonProtocol _, RestXmlProtocol _ ->
          RestRequests.find(service.operations(), request).isPresent();
    };
  }

  private static boolean isVersion(HttpRequest request, String version) {
    return version.equals(Form.parameters(request).get("Version"));
  }

  @Override
  public HttpResponse handle(HttpRequest request, Region region, String requestId, Trace trace)
      throws InterruptedException {
    Protocol protocol = service.protocol();
    try {
      Caller caller = identify(request, region, trace);
      Protocol.Selection selection = protocol.select(service.operations(), request);
      String operation = selection.operation().name();
      trace.describe(service.signingName() + " " + operation + " in " + region);
      ApiCall call =
          new ApiCall(
              service,
              selection,
              new Requester(caller, Facts.of(request, region, clock.instant(), caller), trace),
              new Scope(caller.identity().account(), region),
              request,
              requestId,
              rights);
      return protocol.write(
          selection.operation(), selection.operation().behaviour().answer(call), requestId);
    } catch (AwsException e) {
      noteRefusal(trace, e);
      return protocol.refuse(e, requestId);
    }
  }

  private Caller identify(HttpRequest request, Region region, Trace trace) {
    long start = System.nanoTime();
    Verification verification = verifier.check(request, region, service.signingName());
    Verdict verdict =
        switch (verification) {
          case Verification.Signed signed ->
              Verdict.allow(signed.caller().identity().arn(), "its key signed");
          case Verification.Refused refused ->
              Verdict.refuse(
                  service.signingName(),
                  refused.problem().jsonCode(),
                  refused.message(),
                  refused.problem().remedy());
        };
    trace.add(
        new Step(
            "signature", service.signingName(), verdict, Math.max(0, System.nanoTime() - start)));
    return switch (verification) {
      case Verification.Signed signed -> signed.caller();
      case Verification.Refused refused -> throw service.protocol().unsigned(refused);
    };
  }

  /** What a gate refused is in the trace already; the service's own errors come to it here. */
  private void noteRefusal(Trace trace, AwsException e) {
    if (trace.refusal().isEmpty()) {
      trace.add(
          new Step(
              service.signingName(),
              service.signingName(),
              Verdict.refuse(service.signingName(), e.code(), e.awsMessage()),
              0));
    }
  }
}
