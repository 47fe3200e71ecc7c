package dev.skybridge.services.api;

import dev.skybridge.network.http.Headers;
import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.policy.AccessRequest;
import dev.skybridge.policy.Decision;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.signature.Verification;
import java.util.List;
import java.util.Map;

/**
 * AWS Query: a form with {@code Action} and {@code Version}; answers are XML.
 *
 * @param version the API's version, e.g. {@code 2011-06-15}
 * @param namespace the answers' name space, e.g. {@code https://sts.amazonaws.com/doc/2011-06-15/}
 */
public record QueryProtocol(String version, String namespace) implements Protocol {
  @Override
  public Selection select(List<ApiOperation> operations, HttpRequest request) {
    Map<String, String> parameters = Form.parameters(request);
    String action = parameters.getOrDefault("Action", "");
    if (action.isEmpty()) {
      throw new AwsException("MissingAction", 400, "The request must contain the parameter Action");
    }
    ApiOperation operation =
        operations.stream()
            .filter(each -> each.name().equals(action))
            .findFirst()
            .orElseThrow(() ->
                new AwsException(
                    "InvalidAction",
                    400,
                    "Could not find operation "
                        + action
                        + " for version "
                        + parameters.getOrDefault("Version", "NO_VERSION_SPECIFIED")));
    return new Selection(operation, new Input(Form.tree(parameters), "ValidationError"));
  }

  @Override
  public HttpResponse write(ApiOperation operation, ApiAnswer answer, String requestId) {
    return switch (answer) {
      case ApiAnswer.Members members -> {
        String response = operation.name() + "Response";
        String result = operation.name() + "Result";
        Xml xml = xml().open(response, namespace);
        if (!members.members().members().isEmpty()) {
          xml.open(result).members(members.members()).close(result);
        }
        xml.open("ResponseMetadata").element("RequestId", requestId).close("ResponseMetadata");
        yield response(members.status(), requestId, xml.close(response).bytes());
      }
      case ApiAnswer.Payload payload -> response(payload.status(), requestId, payload.body());
    };
  }

  @Override
  public HttpResponse refuse(AwsException error, String requestId) {
    return response(
        error.httpStatus(), requestId, XmlErrors.errorResponse(xml(), namespace, error, requestId));
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
    return new Xml("member", false);
  }

  private static HttpResponse response(int status, String requestId, byte[] body) {
    return new HttpResponse(
        status, "", Headers.of("x-amzn-RequestId", requestId, "Content-Type", "text/xml"), body);
  }
}
