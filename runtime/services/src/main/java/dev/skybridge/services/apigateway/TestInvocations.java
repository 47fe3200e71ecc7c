package dev.skybridge.services.apigateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.skybridge.network.http.Headers;
import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.api.Requester;
import dev.skybridge.services.apigateway.openapi.Method;
import dev.skybridge.services.apigateway.openapi.Resource;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Runs a method of the API as it is now, deployed or not: its validator and its integration, as for
 * a request of a stage {@code test-invoke-stage}. Nobody is asked who may call it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-test-method.html">
 *     Use the API Gateway console to test a REST API method</a>
 */
final class TestInvocations {
  static final String STAGE = "test-invoke-stage";
  private static final String HOST = "testPrefix.testDomainName";

  private final Functions functions;
  private final Clock clock;

  TestInvocations(Functions functions, Clock clock) {
    this.functions = requireNonNull(functions);
    this.clock = requireNonNull(clock);
  }

  /**
   * A request to be tried.
   *
   * @param verb its HTTP method
   * @param target its path and query
   */
  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  record Try(
      RestApi api,
      Resource resource,
      Method method,
      String verb,
      String target,
      Headers headers,
      byte[] body,
      Map<String, String> stageVariables) {}

  /**
   * What came of it.
   *
   * @param latency how long it took, in milliseconds
   */
  record Result(HttpResponse response, String log, long latency) {}

  Result run(Try wanted, Requester requester) throws InterruptedException {
    long start = System.nanoTime();
    RestApi api = wanted.api();
    Call call = call(wanted, requester);
    Map<String, String> parameters =
        wanted
            .resource()
            .path()
            .match(call.path())
            .orElseThrow(() ->
                new AwsException(
                    "BadRequestException",
                    400,
                    "The path "
                        + call.path()
                        + " is none of the resource "
                        + wanted.resource().path()));
    Stage stage = Stage.of(api.scope(), api.id(), STAGE, "", wanted.stageVariables());
    Route route = new Route(stage, new Deployment("", api), call.path(), call.path());
    Match match = new Match(wanted.resource(), wanted.method(), parameters);
    TestLog log = new TestLog(call.id().id(), functions, clock);
    describe(log, wanted, call, parameters);
    Optional<HttpResponse> invalid = Front.validate(call, route, match);
    invalid.ifPresent(answer -> log.add("Request validation failed: " + answer.text()));
    ProxyEvent event =
        new ProxyEvent(call, route, match, EventSender.ofTest(call, requester.caller()));
    HttpResponse response =
        invalid.isPresent()
            ? invalid.get()
            : new LambdaIntegration(log).call(call, route, match, event);
    HttpResponse told = response.withHeaders(own(response.headers()));
    log.add("Method response body after transformations: " + told.text());
    log.add("Method response headers: " + text(told.headers()));
    log.add("Method completed with status: " + told.status());
    return new Result(told, log.text(), (System.nanoTime() - start) / 1_000_000);
  }

  private Call call(Try wanted, Requester requester) {
    HttpRequest request =
        HttpRequest.outgoing(
            wanted.verb(), wanted.target(), wanted.headers().with("Host", HOST), wanted.body());
    Arrival nowhere = new Arrival(wanted.api().scope().region(), "", "", Optional.empty());
    return Call.of(request, nowhere, RequestId.random(), clock.instant(), requester.trace());
  }

  private static void describe(TestLog log, Try wanted, Call call, Map<String, String> parameters) {
    log.add("HTTP Method: " + wanted.verb() + ", Resource Path: " + wanted.resource().path());
    log.add("Method request path: " + parameters);
    log.add("Method request query string: " + call.query().values());
    log.add("Method request headers: " + text(wanted.headers()));
    log.add("Method request body before transformations: " + new String(wanted.body(), UTF_8));
  }

  /** The answer's headers without those of the connection, which there is none. */
  private static Headers own(Headers headers) {
    Headers own = headers;
    for (String name :
        new String[] {
          "Server", "Date", "Content-Length", "Connection", "x-amzn-RequestId", "x-amz-apigw-id"
        }) {
      own = own.without(name);
    }
    return own;
  }

  private static String text(Headers headers) {
    return headers.entries().stream()
        .map(header -> header.name() + "=" + header.value())
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
