package dev.skybridge.services.api;

import static java.util.Objects.requireNonNull;

import dev.skybridge.gate.Trace;
import dev.skybridge.gate.TraceLog;
import dev.skybridge.network.http.HttpHandler;
import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.policy.Region;
import dev.skybridge.services.signature.Credential;
import dev.skybridge.services.signature.SignatureVerifier;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All services' APIs on one address. The service is found by the credential scope of the signature;
 * of a request without one, by what it looks like. Each call leaves a trace that is found by the
 * request id of its answer.
 */
public final class ApiEndpoint implements HttpHandler {
  /** The Region of requests that name none; they are refused for want of a signature anyway. */
  private static final Region ANY = new Region("us-east-1");

  private final List<ServiceApi> services;
  private final TraceLog traces;
  private final InstantSource clock;

  /**
   * @param services those of operations
   * @param fronts those with a front of their own
   * @param traces where the traces of calls are kept
   */
  public ApiEndpoint(
      SignatureVerifier verifier,
      Rights rights,
      List<ApiService> services,
      List<ServiceApi> fronts,
      TraceLog traces,
      InstantSource clock) {
    List<ServiceApi> all = new ArrayList<>(fronts);
    services.forEach(each -> all.add(new OperationService(each, verifier, rights, clock)));
    this.services = List.copyOf(all);
    this.traces = requireNonNull(traces);
    this.clock = requireNonNull(clock);
  }

  @Override
  public HttpResponse handle(HttpRequest request) throws InterruptedException {
    String requestId = UUID.randomUUID().toString();
    Trace trace = new Trace(requestId, clock.millis(), System::nanoTime);
    trace.describe("AWS API: " + request.method() + " " + request.path());
    traces.add(trace);
    HttpResponse response = answer(request, requestId, trace);
    response.headers().first("x-amzn-RequestId").ifPresent(trace::alias);
    trace.end(Integer.toString(response.status()));
    return response;
  }

  private HttpResponse answer(HttpRequest request, String requestId, Trace trace)
      throws InterruptedException {
    Optional<Credential> credential = Credential.of(request);
    Optional<ServiceApi> service =
        services.stream()
            .filter(each ->
                credential
                    .map(scope -> scope.service().equals(each.signingName()))
                    .orElseGet(() -> each.isMeant(request)))
            .findFirst();
    if (service.isEmpty()) {
      return Unserved.answer(
          request, credential, services.stream().map(ServiceApi::signingName).toList(), requestId);
    }
    return service.get().handle(request, region(credential), requestId, trace);
  }

  /** A scope without a Region that there can be fails at the verification. */
  private static Region region(Optional<Credential> credential) {
    try {
      return credential.map(scope -> new Region(scope.region())).orElse(ANY);
    } catch (IllegalArgumentException e) {
      return ANY;
    }
  }
}
