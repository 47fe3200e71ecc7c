package dev.skybridge.services.dynamodb;

import dev.skybridge.gate.Trace;
import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.policy.Arn;
import dev.skybridge.services.AwsException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * DynamoDB of all accounts. Tables are records; {@link #reconcile} makes the backend follow them.
 * Safe for use by several threads.
 */
public final class DynamoDbService implements AutoCloseable {
  private final Backend backend;
  private final TableKeeper tables;
  private final DynamoDbFront front;

  /**
   * @param backend what keeps the items; closed with this
   * @param data a folder for what is remembered of the backend
   */
  public DynamoDbService(Backend backend, Path data, Signatures signatures, Policies policies) {
    this.backend = backend;
    this.tables = new TableKeeper(new BackendTables(backend, data.resolve("tables")));
    this.front = new DynamoDbFront(signatures, policies, tables, backend);
  }

  /** Starts the backend ahead of its first use, in the background. */
  public void start() {
    backend.start();
  }

  /**
   * What AWS checks when a table is created.
   *
   * @throws AwsException when it would refuse
   */
  public void checkCreate(Table table) {
    if (tables.find(table.arn()).isPresent()) {
      throw new AwsException(
          "ResourceInUseException", 400, "Table already exists: " + table.name());
    }
    TableChecks.check(table);
  }

  /**
   * What AWS checks when a table is deleted.
   *
   * @throws AwsException when the table is protected
   */
  public void checkDelete(Arn arn) {
    if (tables.find(arn).map(Table::deletionProtection).orElse(false)) {
      throw new AwsException(
          "ValidationException",
          400,
          "Resource cannot be deleted as it is currently protected against deletion. Disable"
              + " deletion protection first.");
    }
  }

  /** Adds or changes a table. */
  public void put(Table table) {
    tables.put(table);
  }

  /** Removes a table with its items. */
  public void remove(Arn arn) {
    tables.remove(arn);
  }

  public Optional<Table> find(Arn arn) {
    return tables.find(arn);
  }

  /** Begins to make the backend's tables equal to the records; requests wait until it is done. */
  public void reconcile() {
    tables.settle();
  }

  /**
   * Answers a request.
   *
   * @param caller what the way tells of it
   * @param trace where each gate is noted
   */
  public HttpResponse handle(Caller caller, HttpRequest request, Trace trace)
      throws InterruptedException {
    return front.handle(caller, request, trace);
  }

  @Override
  public void close() {
    tables.close();
    backend.close();
  }
}
