package dev.skybridge.services.api;

import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.signature.Credential;
import java.util.List;
import java.util.Optional;

/** The answer to a request for a service that is not served, in the protocol that it speaks. */
final class Unserved {
  private Unserved() {}

  static HttpResponse answer(
      HttpRequest request, Optional<Credential> credential, List<String> served, String requestId) {
    String message =
        credential
                .map(scope -> "The service " + scope.service() + " is not served here.")
                .orElse("The request is not signed, and to none of the services served here.")
            + " Served: "
            + String.join(", ", served.stream().sorted().toList())
            + ".";
    if (request.headers().contains("X-Amz-Target")) {
      return new JsonProtocol("1.1", "", "message")
          .refuse(new AwsException("UnknownOperationException", 400, message), requestId);
    }
    if (Form.parameters(request).containsKey("Action")) {
      return new QueryProtocol("", "https://aws.amazon.com/")
          .refuse(new AwsException("InvalidAction", 400, message), requestId);
    }
    return new RestJsonProtocol("message", false)
        .refuse(new AwsException("UnknownOperationException", 404, message), requestId);
  }
}
