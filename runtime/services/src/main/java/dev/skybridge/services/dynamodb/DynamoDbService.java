package dev.skybridge.services.dynamodb;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.gate.Trace;
import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Arn;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.api.Requester;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

  /** All tables, in order of ARN. */
  public List<Table> tables() {
    return tables.all().values().stream()
        .sorted(Comparator.comparing(table -> table.arn().toString()))
        .toList();
  }

  /** The operations that are served, by name. */
  public static Set<String> operations() {
    return Demand.OPERATIONS;
  }

  /**
   * Whether somebody may do an operation with a table: the gates of a request that is served, each
   * a step of the requester's trace; nothing is sent.
   *
   * @param operation e.g. {@code PutItem}
   * @param table the table's ARN, or that of one of its indexes
   */
  public boolean judge(Requester who, Caller caller, String operation, Arn table) {
    String[] parts = table.resource().split("/", -1);
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("TableName", parts[1]);
    if (parts.length > 3) {
      body.put("IndexName", parts[3]);
    }
    Scope scope = new Scope(new AccountId(table.account()), new Region(table.region()));
    return front.judge(who, caller, operation, body, scope);
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

  /**
   * Does an operation for whoever owns the machine: nothing judges it.
   *
   * @param scope whose tables
   * @param operation e.g. {@code Scan}
   * @param body JSON
   * @throws IOException when there is no answer
   */
  public Backend.Answer administer(Scope scope, String operation, byte[] body)
      throws IOException, InterruptedException {
    tables.awaitSettled();
    return backend.call(scope, operation, body);
  }

  @Override
  public void close() {
    tables.close();
    backend.close();
  }
}
