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

/**
 * AWS JSON 1.0 and 1.1: {@code POST /}, the operation in {@code X-Amz-Target}.
 *
 * @param version {@code 1.0} or {@code 1.1}
 * @param targetPrefix what stands before the operation's name, without its dot, e.g. {@code
 *     TrentService}
 * @param messageMember the member that has an error's message: {@code message} or {@code Message}
 */
public record JsonProtocol(String version, String targetPrefix, String messageMember)
    implements Protocol {
  private static final int STATUS = 400;

  @Override
  public Selection select(List<ApiOperation> operations, HttpRequest request) {
    String target = request.headers().first("X-Amz-Target").orElse("");
    String prefix = targetPrefix + ".";
    if (!request.method().equals("POST") || !target.startsWith(prefix)) {
      throw new AwsException("UnknownOperationException", STATUS, "Unknown operation: " + target);
    }
    String name = target.substring(prefix.length());
    ApiOperation operation =
        operations.stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(() ->
                new AwsException(
                    "UnknownOperationException",
                    STATUS,
                    "The operation " + name + " is not served here."));
    return new Selection(
        operation, new Input(JsonText.parse(request.body()), "ValidationException"));
  }

  @Override
  public HttpResponse write(ApiOperation operation, ApiAnswer answer, String requestId) {
    return switch (answer) {
      case ApiAnswer.Members members ->
          // An operation without output answers with an empty body.
          response(
              members.status(),
              requestId,
              members.members().members().isEmpty()
                  ? new byte[0]
                  : JsonText.write(members.members()));
      case ApiAnswer.Payload payload -> response(payload.status(), requestId, payload.body());
    };
  }

  @Override
  public HttpResponse refuse(AwsException error, String requestId) {
    ObjectNode body = JsonText.object().put("__type", error.code());
    if (!error.awsMessage().isEmpty()) {
      body.put(messageMember, error.awsMessage());
    }
    return response(error.httpStatus(), requestId, JsonText.bytes(body));
  }

  @Override
  public AwsException unsigned(Verification.Refused refused) {
    return new AwsException(refused.problem().jsonCode(), STATUS, refused.answer());
  }

  @Override
  public AwsException denied(Decision decision, AccessRequest request) {
    return new AwsException("AccessDeniedException", STATUS, decision.awsMessage(request));
  }

  private HttpResponse response(int status, String requestId, byte[] body) {
    return new HttpResponse(
        status,
        "",
        Headers.of(
            "x-amzn-RequestId", requestId, "Content-Type", "application/x-amz-json-" + version),
        body);
  }
}
