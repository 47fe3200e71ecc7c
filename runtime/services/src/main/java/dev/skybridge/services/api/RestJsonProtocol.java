package dev.skybridge.services.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.network.http.Headers;
import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.policy.AccessRequest;
import dev.skybridge.policy.Decision;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.signature.Verification;
import java.util.List;
import java.util.Optional;

/**
 * AWS REST JSON: the operation is found by method and path; its input is what the path's labels,
 * the query and a JSON body have. An operation whose body is a payload of its own reads it from the
 * request.
 *
 * @param messageMember the member that has an error's message: {@code message} or {@code Message}
 * @param typed whether errors say whose fault they are in a member {@code Type}, as Lambda's do
 */
public record RestJsonProtocol(String messageMember, boolean typed) implements Protocol {
  @Override
  public Selection select(List<ApiOperation> operations, HttpRequest request) {
    RestRequests.Found found =
        RestRequests.find(operations, request)
            .orElseThrow(() ->
                new AwsException(
                    "UnknownOperationException",
                    404,
                    "The operation "
                        + request.method()
                        + " "
                        + request.path()
                        + " is not served here."));
    ObjectNode input = hasJson(request) ? JsonText.parse(request.body()) : JsonText.object();
    RestRequests.addUrl(input, request, found.labels());
    return new Selection(found.operation(), new Input(input, "ValidationException"));
  }

  /** A payload that is JSON but no object, or none at all, is the operation's own affair. */
  private static boolean hasJson(HttpRequest request) {
    Optional<String> type = request.headers().first("Content-Type");
    return type.filter(text -> text.startsWith("application/json")).isPresent();
  }

  @Override
  public HttpResponse write(ApiOperation operation, ApiAnswer answer, String requestId) {
    return switch (answer) {
      case ApiAnswer.Members members ->
          new HttpResponse(
              members.status(),
              "",
              json(members.headers(), requestId),
              members.status() == 204 ? new byte[0] : JsonText.write(members.members()));
      case ApiAnswer.Payload payload ->
          new HttpResponse(
              payload.status(),
              "",
              payload.headers().with("x-amzn-RequestId", requestId),
              payload.body());
    };
  }

  @Override
  public HttpResponse refuse(AwsException error, String requestId) {
    ObjectNode body = JsonText.object();
    if (typed) {
      body.put("Type", error.httpStatus() < 500 ? "User" : "Service");
    }
    body.put(messageMember, error.awsMessage());
    return new HttpResponse(
        error.httpStatus(),
        "",
        json(Headers.of("x-amzn-ErrorType", error.code()), requestId),
        JsonText.bytes(body));
  }

  @Override
  public AwsException unsigned(Verification.Refused refused) {
    String message =
        refused.problem() == Verification.Problem.MISSING
            ? "Missing Authentication Token"
            : refused.answer();
    return new AwsException(refused.problem().jsonCode(), 403, message);
  }

  @Override
  public AwsException denied(Decision decision, AccessRequest request) {
    return new AwsException("AccessDeniedException", 403, decision.awsMessage(request));
  }

  private static Headers json(Headers headers, String requestId) {
    return headers.with("x-amzn-RequestId", requestId).with("Content-Type", "application/json");
  }
}
