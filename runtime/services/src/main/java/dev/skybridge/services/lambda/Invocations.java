package dev.skybridge.services.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.skybridge.network.http.Headers;
import dev.skybridge.policy.Arn;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.api.ApiAnswer;
import dev.skybridge.services.api.ApiCall;
import java.io.IOException;
import java.util.Base64;

/**
 * Invoke, for whoever calls the API: waiting for the answer, not waiting, or only asking whether.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">Invoke</a>
 */
final class Invocations {
  /** What Lambda takes as an asynchronous event, in bytes: 1 MB. */
  private static final int MAXIMUM_ASYNCHRONOUS = 1 << 20;

  private final LambdaService lambda;

  Invocations(LambdaService lambda) {
    this.lambda = lambda;
  }

  ApiAnswer invoke(ApiCall call) throws InterruptedException {
    Arn arn = FunctionName.of(call).arn();
    call.authorize("lambda:InvokeFunction", arn, lambda.policy(arn));
    if (lambda.function(arn).isEmpty()) {
      throw FunctionName.notFound(arn);
    }
    byte[] event = event(call);
    String type = header(call, "X-Amz-Invocation-Type", "RequestResponse");
    return switch (type) {
      case "RequestResponse" -> answered(call, arn, event);
      case "Event" -> {
        if (event.length > MAXIMUM_ASYNCHRONOUS) {
          throw tooLarge(MAXIMUM_ASYNCHRONOUS);
        }
        lambda.invokeLater(arn, event, call.requester().trace());
        yield new ApiAnswer.Payload(202, Headers.NONE, new byte[0]);
      }
      case "DryRun" -> new ApiAnswer.Payload(204, Headers.NONE, new byte[0]);
      default ->
          throw call.input()
              .constraint(
                  "invocationType",
                  type,
                  "Member must satisfy enum value set: [Event, RequestResponse, DryRun]");
    };
  }

  private ApiAnswer answered(ApiCall call, Arn arn, byte[] event) throws InterruptedException {
    InvocationResult result = lambda.invoke(arn, event, call.requester().trace());
    Headers headers =
        Headers.of(
            "Content-Type", "application/json", "X-Amz-Executed-Version", FunctionName.LATEST);
    if (result.functionError().isPresent()) {
      headers = headers.plus("X-Amz-Function-Error", result.functionError().get());
    }
    if (header(call, "X-Amz-Log-Type", "None").equals("Tail")) {
      headers =
          headers.plus(
              "X-Amz-Log-Result",
              Base64.getEncoder().encodeToString(result.logTail().getBytes(UTF_8)));
    }
    return new ApiAnswer.Payload(200, headers, result.payload());
  }

  /** The payload, which must be JSON; an empty one is an empty object. */
  private static byte[] event(ApiCall call) {
    if (call.request().headers().contains("X-Amz-Client-Context")) {
      throw call.input().invalid("The parameter ClientContext is not served here. Leave it out.");
    }
    byte[] payload = call.request().body();
    if (payload.length == 0) {
      return "{}".getBytes(UTF_8);
    }
    if (payload.length > LambdaService.MAXIMUM_EVENT) {
      throw tooLarge(LambdaService.MAXIMUM_EVENT);
    }
    try {
      Json.check(payload);
      return payload;
    } catch (JsonProcessingException e) {
      throw notJson(e.getOriginalMessage());
    } catch (IOException e) {
      throw notJson(String.valueOf(e.getMessage()));
    }
  }

  private static AwsException notJson(String reason) {
    return new AwsException(
        "InvalidRequestContentException", 400, "Could not parse request body into json: " + reason);
  }

  private static AwsException tooLarge(int limit) {
    return new AwsException(
        "RequestTooLargeException",
        413,
        "Request must be smaller than " + limit + " bytes for the InvokeFunction operation");
  }

  private static String header(ApiCall call, String name, String otherwise) {
    return call.request().headers().first(name).orElse(otherwise);
  }
}
