package dev.skybridge.orders;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/**
 * {@code GET /orders/{orderId}}: 200 with the order, or 404.
 *
 * <p>Environment: {@code MICROSERVICE_TOPIC}, {@code DYNAMODB_TABLE_NAME}. Rights: {@code
 * dynamodb:GetItem} on the table.
 */
public final class GetOrder implements RequestStreamHandler {
  private final String topic;
  private final OrderTable table;

  /** Called by the Lambda runtime, once per execution environment. */
  public GetOrder() {
    this(new Settings(System.getenv()));
  }

  private GetOrder(Settings settings) {
    this(settings.topic(), DynamoDbOrderTable.connect(settings.region(), settings.table(), ""));
  }

  GetOrder(String topic, OrderTable table) {
    this.topic = topic;
    this.table = table;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    Exchange.run(input, output, context, this::answer);
  }

  private Answer answer(Event event) {
    Order order =
        Optional.ofNullable(event.path().get("orderId"))
            .flatMap(OrderId::parse)
            .flatMap(table::find)
            .orElseThrow(() -> ProblemException.notFound("Order not found"));
    return Answer.of(200, json -> Json.write(json, order, topic));
  }
}
