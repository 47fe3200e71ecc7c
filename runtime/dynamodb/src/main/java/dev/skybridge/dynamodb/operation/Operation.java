package dev.skybridge.dynamodb.operation;

import dev.skybridge.dynamodb.model.SerializationException;
import dev.skybridge.dynamodb.model.ValidationException;
import dev.skybridge.dynamodb.store.StoreException;
import dev.skybridge.dynamodb.table.Tables;

/** An operation of the API. Stateless; called by many threads. */
@FunctionalInterface
public interface Operation {
  /**
   * Does it. What it changed is on disk when it returns.
   *
   * @throws ApiException for an error with a type of its own
   * @throws ValidationException for a parameter that breaks a rule
   * @throws SerializationException for JSON of another shape
   * @throws StoreException when the file cannot be read or written
   */
  Response answer(Tables tables, Request request);
}
