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
 * AWS REST XML, for operations without a body: the operation is found by method and path, its input
 * is in labels and query; answers are XML.
 *
 * @param namespace the answers' name space, e.g. {@code
 *     https://route53.amazonaws.com/doc/2013-04-01/}
 */
public record RestXmlProtocol(String namespace) implements Protocol {
  @Override
  public Selection select(List<ApiOperation> operations, HttpRequest request) {
    RestRequests.Found found =
        RestRequests.find(operations, request)
            .orElseThrow(() ->
                new AwsException(
                    "InvalidAction",
                    400,
                    "The operation "
                        + request.method()
                        + " "
                        + request.path()
                        + " is not served here."));
    ObjectNode input = JsonText.object();
    RestRequests.addUrl(input, request, found.labels());
    return new Selection(found.operation(), new Input(input, "InvalidInput"));
  }

  @Override
  public HttpResponse write(ApiOperation operation, ApiAnswer answer, String requestId) {
    return switch (answer) {
      case ApiAnswer.Members members -> {
        String response = operation.name() + "Response";
        yield response(
            members.status(),
            members.headers(),
            requestId,
            xml().open(response, namespace).members(members.members()).close(response).bytes());
      }
      case ApiAnswer.Payload payload ->
          response(payload.status(), payload.headers(), requestId, payload.body());
    };
  }

  @Override
  public HttpResponse refuse(AwsException error, String requestId) {
    return response(
        error.httpStatus(),
        Headers.NONE,
        requestId,
        XmlErrors.errorResponse(xml(), namespace, error, requestId));
  }

  @Override
  public AwsException unsigned(Verification.Refused refused) {
    return XmlErrors.unsigned(refused);
  }

  @Override
  public AwsException denied(Decision decision, AccessRequest request) {
    return XmlErrors.denied(decision, request);
  }

  private static Xml xml() {
    return new Xml("member", true).declaration();
  }

  private static HttpResponse response(int status, Headers headers, String requestId, byte[] body) {
    return new HttpResponse(
        status,
        "",
        headers.with("x-amzn-RequestId", requestId).with("Content-Type", "text/xml"),
        body);
  }
}
