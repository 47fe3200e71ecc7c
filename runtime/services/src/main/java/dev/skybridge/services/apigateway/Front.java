package dev.skybridge.services.apigateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.skybridge.gate.Step;
import dev.skybridge.gate.Trace;
import dev.skybridge.gate.TraceLog;
import dev.skybridge.gate.Verdict;
import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.network.http.Peer;
import dev.skybridge.network.http.RefusedRequest;
import dev.skybridge.services.apigateway.openapi.Validator;
import dev.skybridge.services.signature.Caller;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * {@code execute-api}: one request through all its gates, in AWS's order. Each gate is noted in the
 * request's trace; the first that refuses answers.
 */
final class Front {
  private static final int LARGEST_BODY = 10 << 20;
  private static final int LONGEST_METHOD_ARN = 1600;

  private final Router router;
  private final Admissions admissions;
  private final LambdaIntegration integration;
  private final TraceLog traces;
  private final Clock clock;
  private final Purpose purpose;

  /** Whether requests are answered, or only judged: then no function is invoked. */
  enum Purpose {
    SERVING,
    JUDGING
  }

  Front(
      Catalog catalog,
      Callers callers,
      Functions functions,
      TraceLog traces,
      Clock clock,
      Purpose purpose) {
    this(
        new Router(catalog),
        new Admissions(callers),
        new LambdaIntegration(functions),
        traces,
        clock,
        purpose);
  }

  private Front(
      Router router,
      Admissions admissions,
      LambdaIntegration integration,
      TraceLog traces,
      Clock clock,
      Purpose purpose) {
    this.router = router;
    this.admissions = admissions;
    this.integration = integration;
    this.traces = traces;
    this.clock = clock;
    this.purpose = purpose;
  }

  /** The same for requests that this one signs, whatever their headers say. */
  Front signedBy(Caller signer) {
    return new Front(router, admissions.signedBy(signer), integration, traces, clock, purpose);
  }

  HttpResponse handle(Arrival arrival, HttpRequest request) throws InterruptedException {
    Optional<Trace> sent = request.peer().trace();
    Trace trace = sent.orElseGet(this::newTrace);
    Call call = Call.of(request, arrival, RequestId.random(), clock.instant(), trace);
    trace.alias(call.id().id());
    boolean health = call.path().equals("/ping") || call.path().equals("/sping");
    if (sent.isPresent()) {
      return health ? healthy(call) : serve(call);
    }
    trace.addAll(request.peer().opening());
    trace.describe(call.line());
    if (health) {
      return healthy(call);
    }
    traces.add(trace);
    HttpResponse response = serve(call);
    trace.end(Integer.toString(response.status()));
    return response;
  }

  HttpResponse refused(RefusedRequest refused) {
    Answer answer =
        switch (refused.kind()) {
          case BODY_TOO_LARGE -> Answer.CONTENT_TOO_LONG;
          case REQUEST_LINE_TOO_LONG -> Answer.URI_TOO_LONG;
          case HEADER_TOO_LARGE, HEADERS_TOO_LARGE -> Answer.HEADERS_TOO_LARGE;
          case MALFORMED, TRANSFER_ENCODING, VERSION, INCOMPLETE -> Answer.BAD_REQUEST;
        };
    RequestId id = RequestId.random();
    Peer peer = refused.peer();
    Trace trace = peer.trace().orElseGet(this::newTrace);
    if (peer.trace().isEmpty()) {
      trace.addAll(peer.opening());
      trace.describe(refused.head());
      trace.end(Integer.toString(answer.status()));
      traces.add(trace);
    }
    trace.alias(id.id());
    Verdict verdict = Verdict.refuse("execute-api", refused.kind().name(), refused.detail());
    trace.add(new Step("request", "execute-api", verdict, 0));
    return Responses.of(answer, id, clock.instant());
  }

  private Trace newTrace() {
    String random =
        "%016x%08x"
            .formatted(
                ThreadLocalRandom.current().nextLong(), ThreadLocalRandom.current().nextInt());
    long now = clock.millis();
    return new Trace("1-%08x-%s".formatted(now / 1000, random), now, System::nanoTime);
  }

  /** The reserved paths; what AWS writes in the body is not established. */
  private static HttpResponse healthy(Call call) {
    return Responses.response(
        200, "OK", "application/json", new byte[0], List.of(), call.id(), call.time());
  }

  private HttpResponse serve(Call call) throws InterruptedException {
    if (call.request().body().length > LARGEST_BODY) {
      String rule = "body of " + call.request().body().length + " bytes";
      call.note("request", Verdict.refuse("execute-api", rule, "the limit is 10485760 bytes"));
      return answer(Answer.CONTENT_TOO_LONG, call);
    }
    Routing routing =
        router.route(
            call.arrival(),
            call.host(),
            call.request().headers().first("x-apigw-api-id"),
            call.path());
    call.note("route", routing.verdict());
    if (routing.route().isEmpty()) {
      return answer(Answer.FORBIDDEN, call);
    }
    Route route = routing.route().get();
    if (Invocation.methodArn(call, route).getBytes(UTF_8).length > LONGEST_METHOD_ARN) {
      return answer(Answer.URI_TOO_LONG, call);
    }
    Optional<Match> match =
        Match.find(route.api().document().resources(), call.method(), route.path());
    return switch (admissions.of(call, route, match)) {
      case Admission.Refused refused -> refused.response();
      case Admission.Admitted admitted -> method(call, route, match, admitted.signer());
    };
  }

  private HttpResponse method(
      Call call, Route route, Optional<Match> match, Optional<Caller> signer)
      throws InterruptedException {
    RestApi api = route.api();
    if (match.isEmpty()) {
      String wanted = call.method() + " " + route.path();
      String reason = "no resource of the deployed API has this path and method";
      String remedy = "add " + wanted + " to the API's OpenAPI document and deploy it";
      call.note("method", Verdict.refuse(api.executionArn(), wanted, reason, remedy));
      return Signatures.foreign(call)
          .orElseGet(() -> answer(Answer.MISSING_AUTHENTICATION_TOKEN, call));
    }
    String found = match.get().method().name() + " " + match.get().resource().path();
    call.note("method", Verdict.allow(api.executionArn(), found));
    if (purpose == Purpose.JUDGING) {
      return integration.refusal(call, route, match.get()).orElseGet(() -> healthy(call));
    }
    Optional<HttpResponse> invalid = validate(call, route, match.get());
    return invalid.isPresent()
        ? invalid.get()
        : integration.call(
            call,
            route,
            match.get(),
            new ProxyEvent(call, route, match.get(), EventSender.of(call, signer)));
  }

  /** The answer to a request that its method's validator refuses; empty if there is none. */
  static Optional<HttpResponse> validate(Call call, Route route, Match match) {
    Validator validator = match.method().validator();
    String owner = route.api().executionArn();
    if (validator.parameters()) {
      List<String> missing = Validation.missingParameters(call, match);
      if (!missing.isEmpty()) {
        String message = "Missing required request parameters: " + missing;
        call.note("request validator", Verdict.refuse(owner, "required parameters", message));
        return Optional.of(
            error(
                call, 400, "Bad Request", "BadRequestException", Json.spaced("message", message)));
      }
    }
    if (validator.body()) {
      List<String> violations = Validation.bodyViolations(call, match.method());
      if (!violations.isEmpty()) {
        String rule = "model of " + Validation.mediaType(call);
        call.note("request validator", Verdict.refuse(owner, rule, String.join("; ", violations)));
        return Optional.of(answer(Answer.INVALID_BODY, call));
      }
    }
    if (validator.body() || validator.parameters()) {
      call.note("request validator", Verdict.allow(owner, "parameters and body as declared"));
    }
    return Optional.empty();
  }

  private static HttpResponse answer(Answer answer, Call call) {
    return Responses.of(answer, call.id(), call.time());
  }

  private static HttpResponse error(
      Call call, int status, String reason, String errorType, String body) {
    return Responses.error(status, reason, errorType, body, call.id(), call.time());
  }
}
