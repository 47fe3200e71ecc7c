package dev.skybridge.services.lambda;

import dev.skybridge.gate.Trace;
import dev.skybridge.network.http.HttpHandler;
import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.network.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/**
 * The one way out of an execution environment. Security group and route are asked here, by the
 * environment's own network interface; what stands behind them belongs to DynamoDB.
 */
final class Door implements HttpHandler {
  private final Function function;
  private final Egress egress;
  private final DynamoDbDoor dynamoDb;
  private final Supplier<Trace> trace;

  Door(Function function, Egress egress, DynamoDbDoor dynamoDb, Supplier<Trace> trace) {
    this.function = function;
    this.egress = egress;
    this.dynamoDb = dynamoDb;
    this.trace = trace;
  }

  @Override
  public HttpResponse handle(HttpRequest request) throws InterruptedException {
    Trace now = trace.get();
    Optional<Egress.Way> way = egress.toDynamoDb(function, now);
    if (way.isEmpty()) {
      // Dropped packets: no answer ever, until the environment ends and its listener with it.
      new CountDownLatch(1).await();
    }
    HttpResponse answer = dynamoDb.call(function, way.orElseThrow(), request, now);
    answer.headers().first("x-amzn-RequestId").ifPresent(now::alias);
    return answer;
  }
}
