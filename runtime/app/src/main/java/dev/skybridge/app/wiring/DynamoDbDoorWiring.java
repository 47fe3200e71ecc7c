package dev.skybridge.app.wiring;

import dev.skybridge.gate.Trace;
import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.services.dynamodb.Caller;
import dev.skybridge.services.dynamodb.DynamoDbService;
import dev.skybridge.services.lambda.DynamoDbDoor;
import dev.skybridge.services.lambda.Egress;
import dev.skybridge.services.lambda.Function;
import java.util.Optional;

/** A function's request that reached DynamoDB is judged and answered by its front. */
record DynamoDbDoorWiring(DynamoDbService dynamoDb) implements DynamoDbDoor {
  @Override
  public HttpResponse call(Function function, Egress.Way way, HttpRequest request, Trace trace)
      throws InterruptedException {
    return dynamoDb.handle(
        new Caller(
            function.scope().region(),
            way.vpcEndpoint(),
            way.vpc(),
            way.sourceAddress(),
            Optional.of(function.arn().toString())),
        request,
        trace);
  }
}
