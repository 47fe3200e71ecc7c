package dev.skybridge.services.apigateway;

import dev.skybridge.gate.Step;
import dev.skybridge.gate.Verdict;
import dev.skybridge.network.http.Headers;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.services.apigateway.openapi.Integration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Calls the function of a Lambda proxy integration and turns its answer into HTTP. */
final class LambdaIntegration {
  private static final String GATE = "integration";

  private final Functions functions;

  LambdaIntegration(Functions functions) {
    this.functions = functions;
  }

  /**
   * Invokes the function if it may be.
   *
   * @param event what it gets
   */
  HttpResponse call(Call call, Route route, Match match, ProxyEvent event)
      throws InterruptedException {
    Optional<HttpResponse> refused = refusal(call, route, match);
    return refused.isPresent() ? refused.get() : invoke(call, route, match, event.bytes());
  }

  /** The answer to a request for which the function may not be invoked; empty if it may. */
  Optional<HttpResponse> refusal(Call call, Route route, Match match) {
    Integration integration = match.method().integration().orElseThrow();
    String function = integration.functionArn();
    if (!integration.httpMethod().equals("POST")) {
      String reason = "Lambda is invoked by POST, not by " + integration.httpMethod();
      note(call, Verdict.refuse(route.api().executionArn(), "httpMethod", reason), 0);
      return Optional.of(answer(Answer.INTEGRATION_FAILURE, call));
    }
    String sourceArn = match.sourceArn(route, call.method());
    Verdict permission =
        call.trace()
            .ask(
                "lambda permission",
                function,
                arn -> functions.mayInvoke(function, arn, route.api().scope().account()),
                sourceArn);
    return permission.allowed()
        ? Optional.empty()
        : Optional.of(answer(Answer.INTEGRATION_FAILURE, call));
  }

  private HttpResponse invoke(Call call, Route route, Match match, byte[] event)
      throws InterruptedException {
    Integration integration = match.method().integration().orElseThrow();
    String function = integration.functionArn();
    long start = System.nanoTime();
    InvokeResult result = functions.invoke(function, event, call.trace(), integration.timeout());
    long nanos = System.nanoTime() - start;
    return switch (result) {
      case InvokeResult.Returned returned -> returned(call, route, function, returned, nanos);
      case InvokeResult.Failed failed ->
          refuse(call, function, "function error", failed.reason(), nanos, Answer.BAD_GATEWAY);
      case InvokeResult.Throttled throttled ->
          refuse(
              call, function, "throttled", throttled.reason(), nanos, Answer.INTEGRATION_FAILURE);
      case InvokeResult.TooLarge tooLarge ->
          refuse(call, function, "event size", tooLarge.reason(), nanos, Answer.REQUEST_TOO_LONG);
      case InvokeResult.TimedOut late ->
          refuse(
              call,
              function,
              "timeoutInMillis " + integration.timeout().toMillis(),
              "no answer within " + integration.timeout().toMillis() + " ms",
              nanos,
              Answer.INTEGRATION_TIMEOUT);
    };
  }

  private static HttpResponse returned(
      Call call, Route route, String function, InvokeResult.Returned returned, long nanos) {
    List<String> binary = route.api().binaryMediaTypes();
    String accept = call.request().headers().first("Accept").orElse("");
    try {
      ProxyResponse response =
          ProxyResponse.parse(returned.payload(), MediaTypes.binary(binary, accept));
      note(call, Verdict.allow(function, "answered " + response.status()), nanos);
      return sent(call, response);
    } catch (MalformedResponseException e) {
      return refuse(
          call,
          function,
          "proxy response",
          "malformed Lambda proxy response: " + e.getMessage(),
          nanos,
          Answer.BAD_GATEWAY);
    }
  }

  private static HttpResponse sent(Call call, ProxyResponse response) {
    List<Headers.Header> headers = new ArrayList<>(ResponseHeaders.of(response.headers()));
    headers.add(new Headers.Header("X-Amzn-Trace-Id", traceId(call)));
    String contentType = response.headers().first("Content-Type").orElse("application/json");
    return Responses.response(
        response.status(),
        Responses.reason(response.status()),
        contentType,
        response.body(),
        headers,
        call.id(),
        call.time());
  }

  /** The root that came in, or one of the trace's own, with API Gateway's segment. */
  private static String traceId(Call call) {
    String root = call.trace().id();
    String incoming = call.request().headers().first("X-Amzn-Trace-Id").orElse("");
    for (String part : incoming.split(";", -1)) {
      if (part.strip().toLowerCase(Locale.ROOT).startsWith("root=")) {
        root = part.strip().substring("root=".length());
      }
    }
    return "Root=%s;Parent=%016x;Sampled=0".formatted(root, ThreadLocalRandom.current().nextLong());
  }

  private static HttpResponse refuse(
      Call call, String function, String rule, String reason, long nanos, Answer answer) {
    note(call, Verdict.refuse(function, rule, reason), nanos);
    return answer(answer, call);
  }

  private static void note(Call call, Verdict verdict, long nanos) {
    call.trace().add(new Step(GATE, verdict.rule().owner(), verdict, Math.max(0, nanos)));
  }

  private static HttpResponse answer(Answer answer, Call call) {
    return Responses.of(answer, call.id(), call.time());
  }
}
