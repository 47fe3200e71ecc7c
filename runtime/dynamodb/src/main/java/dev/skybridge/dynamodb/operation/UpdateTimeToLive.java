package dev.skybridge.dynamodb.operation;

import dev.skybridge.dynamodb.model.ValidationException;
import dev.skybridge.dynamodb.store.Change;
import dev.skybridge.dynamodb.store.Transaction;
import dev.skybridge.dynamodb.table.Catalog;
import dev.skybridge.dynamodb.table.TableDefinition;
import dev.skybridge.dynamodb.table.Tables;
import dev.skybridge.dynamodb.table.TimeToLive;
import java.util.Optional;

/**
 * Enables or disables the expiry of a table's items.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateTimeToLive.html">UpdateTimeToLive</a>
 */
final class UpdateTimeToLive implements Operation {
  @Override
  public Response answer(Tables tables, Request request) {
    String name = TableName.of(tables, request);
    Request specification =
        request
            .part("TimeToLiveSpecification")
            .orElseThrow(() -> new ValidationException("TimeToLiveSpecification cannot be null"));
    if (!specification.has("AttributeName") || !specification.has("Enabled")) {
      throw new ValidationException(
          "AttributeName cannot be null when time to live is being enabled");
    }
    String attribute = specification.text("AttributeName").orElseThrow();
    boolean enabled = specification.flag("Enabled");
    tables.write(
        Change.alone(transaction -> {
          TableDefinition table = TableName.find(tables, name);
          tables
              .catalog()
              .put(
                  transaction,
                  table.withTimeToLive(change(transaction, table, attribute, enabled)));
          return true;
        }));
    tables.background().fill();
    tables.background().remove();
    return json -> {
      json.writeObjectFieldStart("TimeToLiveSpecification");
      json.writeBooleanField("Enabled", enabled);
      json.writeStringField("AttributeName", attribute);
      json.writeEndObject();
    };
  }

  private static Optional<TimeToLive> change(
      Transaction transaction, TableDefinition table, String attribute, boolean enabled) {
    Optional<TimeToLive> before = table.timeToLive();
    if (enabled) {
      if (before.isPresent()) {
        throw new ValidationException("TimeToLive is already enabled");
      }
      return Optional.of(new TimeToLive(attribute, Catalog.takeIds(transaction, 1), false));
    }
    if (before.isEmpty()) {
      throw new ValidationException("TimeToLive is already disabled");
    }
    if (!before.get().attribute().equals(attribute)) {
      throw new ValidationException("TimeToLive is active on a different AttributeName");
    }
    Catalog.removeData(transaction, before.get().id());
    return Optional.empty();
  }
}
