package dev.skybridge.orders;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /orders}: 201 with the order and its {@code Location}. With an {@code
 * Idempotency-Key}, a repeat gets the answer of the first request, and a repeat with another body
 * 409.
 *
 * <p>Environment: {@code MICROSERVICE_TOPIC}, {@code MICROSERVICE_OPTIONS}, {@code
 * DYNAMODB_TABLE_NAME}; {@code ORDER_SHARDS} (4 by default), {@code IDEMPOTENCY_TTL_SECONDS} (86400
 * by default). Rights: {@code dynamodb:PutItem}, {@code UpdateItem} and {@code GetItem} on the
 * table.
 */
public final class PostOrder implements RequestStreamHandler {
  static final String IDEMPOTENCY_KEY = "Idempotency-Key";
  static final int IDEMPOTENCY_KEY_MAXIMUM = 255;

  private final Menu menu;
  private final Ordering ordering;

  /** Called by the Lambda runtime, once per execution environment. */
  public PostOrder() {
    this(new Settings(System.getenv()));
  }

  private PostOrder(Settings settings) {
    this(
        settings.menu(),
        new Ordering(
            DynamoDbOrderTable.connect(settings.region(), settings.table(), ""),
            settings.shards(),
            settings.idempotencyTimeToLive(),
            Clock.systemUTC(),
            OrderId::random,
            Pause::before));
  }

  PostOrder(Menu menu, Ordering ordering) {
    this.menu = menu;
    this.ordering = ordering;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    Exchange.run(input, output, context, this::answer);
  }

  private Answer answer(Event event) {
    OrderRequest request = OrderRequest.parse(Body.json(event), menu);
    Order order = ordering.place(request, idempotencyKey(event));
    return Answer.of(
            201,
            json -> {
              json.writeStartObject();
              json.writeStringField("message", "Order placed");
              json.writeFieldName("order");
              Json.write(json, order, menu.topic());
              json.writeEndObject();
            })
        .with("Location", location(event.requestPath(), order.id()));
  }

  private static @Nullable String idempotencyKey(Event event) {
    String key = event.header(IDEMPOTENCY_KEY).orElse(null);
    if (key != null && (key.isBlank() || key.length() > IDEMPOTENCY_KEY_MAXIMUM)) {
      throw ProblemException.badRequest(
          IDEMPOTENCY_KEY + ": expected 1-" + IDEMPOTENCY_KEY_MAXIMUM + " characters, not blank");
    }
    return key;
  }

  private static String location(String collection, OrderId id) {
    return collection.endsWith("/") ? collection + id : collection + "/" + id;
  }
}
