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
 * EC2 Query: as AWS Query, with other lists and other errors.
 *
 * @param version the API's version, e.g. {@code 2016-11-15}
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html">Error
 *     codes of EC2</a>
 */
public record Ec2Protocol(String version) implements Protocol {
  @Override
  public Selection select(List<ApiOperation> operations, HttpRequest request) {
    Map<String, String> parameters = Form.parameters(request);
    String action = parameters.getOrDefault("Action", "");
    ApiOperation operation =
        operations.stream()
            .filter(each -> each.name().equals(action))
            .findFirst()
            .orElseThrow(() ->
                new AwsException(
                    "InvalidAction",
                    400,
                    "The action " + action + " is not valid for this web service."));
    return new Selection(operation, new Input(Form.tree(parameters), "InvalidParameterValue"));
  }

  @Override
  public HttpResponse write(ApiOperation operation, ApiAnswer answer, String requestId) {
    return switch (answer) {
      case ApiAnswer.Members members -> {
        String response = operation.name() + "Response";
        yield response(
            members.status(),
            requestId,
            xml()
                .open(response, "http://ec2.amazonaws.com/doc/" + version + "/")
                .element("requestId", requestId)
                .members(members.members())
                .close(response)
                .bytes());
      }
      case ApiAnswer.Payload payload -> response(payload.status(), requestId, payload.body());
    };
  }

  @Override
  public HttpResponse refuse(AwsException error, String requestId) {
    return response(
        error.httpStatus(),
        requestId,
        xml()
            .open("Response")
            .open("Errors")
            .open("Error")
            .element("Code", error.code())
            .element("Message", error.awsMessage())
            .close("Error")
            .close("Errors")
            .element("RequestID", requestId)
            .close("Response")
            .bytes());
  }

  @Override
  public AwsException unsigned(Verification.Refused refused) {
    return switch (refused.problem()) {
      case MISSING ->
          new AwsException(
              "MissingParameter", 400, "The request must contain the parameter AWSAccessKeyId");
      case INCOMPLETE -> new AwsException("IncompleteSignature", 400, refused.message());
      case MISMATCH, UNKNOWN_KEY ->
          new AwsException(
              "AuthFailure", 401, "AWS was not able to validate the provided access credentials");
      case EXPIRED_KEY -> new AwsException("RequestExpired", 400, "Request has expired.");
    };
  }

  @Override
  public AwsException denied(Decision decision, AccessRequest request) {
    return new AwsException(
        "UnauthorizedOperation",
        403,
        "You are not authorized to perform this operation. " + decision.awsMessage(request));
  }

  private static Xml xml() {
    return new Xml("item", true).declaration();
  }

  private static HttpResponse response(int status, String requestId, byte[] body) {
    return new HttpResponse(
        status,
        "",
        Headers.of("x-amzn-RequestId", requestId, "Content-Type", "text/xml;charset=UTF-8"),
        body);
  }
}
