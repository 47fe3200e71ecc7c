package dev.skybridge.app.wiring;

import dev.skybridge.gate.Trace;
import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.policy.Region;
import dev.skybridge.services.api.ServiceApi;
import dev.skybridge.services.dynamodb.Caller;
import dev.skybridge.services.dynamodb.DynamoDbService;
import java.util.Optional;

/** DynamoDB has a front of its own, which callers outside a VPC reach too. */
record DynamoDbApiWiring(DynamoDbService dynamoDb) implements ServiceApi {
  @Override
  public String signingName() {
    return "dynamodb";
  }

  @Override
  public boolean isMeant(HttpRequest request) {
    return request
        .headers()
        .first("X-Amz-Target")
        .filter(target -> target.startsWith("DynamoDB_"))
        .isPresent();
  }

  @Override
  public HttpResponse handle(HttpRequest request, Region region, String requestId, Trace trace)
      throws InterruptedException {
    request
        .headers()
        .first("X-Amz-Target")
        .ifPresent(target -> trace.describe("dynamodb " + operation(target) + " in " + region));
    return dynamoDb.handle(
        new Caller(
            region,
            Optional.empty(),
            Optional.empty(),
            request.peer().address().toString(),
            Optional.empty()),
        request,
        trace);
  }

  private static String operation(String target) {
    return target.substring(target.indexOf('.') + 1);
  }
}
