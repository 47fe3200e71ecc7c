package dev.skybridge.orders;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * {@code GET /orders}: 200 with a page of orders, the newest first.
 *
 * <p>Environment: {@code MICROSERVICE_TOPIC}, {@code DYNAMODB_TABLE_NAME}, {@code
 * DYNAMODB_INDEX_NAME}. Rights: {@code dynamodb:Query} on that index, {@code dynamodb:GetItem} on
 * the table.
 */
public final class GetOrders implements RequestStreamHandler {
  private final String topic;
  private final Listing listing;

  /** Called by the Lambda runtime, once per execution environment. */
  public GetOrders() {
    this(new Settings(System.getenv()));
  }

  private GetOrders(Settings settings) {
    this(
        settings.topic(),
        DynamoDbOrderTable.connect(settings.region(), settings.table(), settings.index()));
  }

  GetOrders(String topic, OrderTable table) {
    this.topic = topic;
    this.listing = new Listing(table);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    Exchange.run(input, output, context, this::answer);
  }

  private Answer answer(Event event) {
    Page page = listing.page(PageRequest.of(event.query()));
    return Answer.of(
        200,
        json -> {
          json.writeStartObject();
          json.writeArrayFieldStart("orders");
          for (Order order : page.orders()) {
            Json.write(json, order, topic);
          }
          json.writeEndArray();
          PageToken next = page.next();
          if (next != null) {
            json.writeStringField(PageRequest.NEXT_TOKEN, next.toString());
          }
          json.writeEndObject();
        });
  }
}
