package dev.skybridge.services.lambda;

import dev.skybridge.gate.Trace;
import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.network.http.HttpResponse;

/** What answers when a function's request has reached DynamoDB. */
@FunctionalInterface
public interface DynamoDbDoor {
  /**
   * Answers a request of a function.
   *
   * @param function who sends it
   * @param way how the request came
   * @param request as the function sent it, signature included
   * @param trace the trace of the invocation that sent it
   */
  HttpResponse call(Function function, Egress.Way way, HttpRequest request, Trace trace)
      throws InterruptedException;
}
