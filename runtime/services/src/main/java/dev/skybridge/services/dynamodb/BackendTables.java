package dev.skybridge.services.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the backend's tables equal to records. A file per table remembers which table of that name
 * the backend holds, so that a table made anew never gets the items of an earlier one. A table that
 * is merely not among the records is left alone: only one that was removed is deleted.
 */
final class BackendTables {
  private static final int RETRIES = 50;
  private static final int PAUSE_MILLIS = 20;

  private final Backend backend;
  private final Path marks;

  /**
   * @param marks the folder of the files that remember tables
   */
  BackendTables(Backend backend, Path marks) {
    this.backend = backend;
    this.marks = marks;
  }

  /** Makes the tables, changes them, deletes those that were removed. */
  void settle(Collection<Table> tables, Collection<Table> removed) {
    try {
      for (Table table : removed) {
        delete(table);
      }
      if (tables.isEmpty()) {
        backend.stop();
        return;
      }
      for (Table table : tables) {
        settle(table);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void settle(Table table) throws IOException, InterruptedException {
    Optional<JsonNode> found = describe(table);
    Path mark = mark(table);
    if (found.isPresent() && Files.exists(mark) && !Files.readString(mark).equals(table.id())) {
      delete(table);
      found = Optional.empty();
    }
    if (found.isPresent()) {
      changeIndexes(table, found.get());
    } else {
      call(table, "CreateTable", TableRequests.create(table));
    }
    Files.createDirectories(marks);
    Files.writeString(mark, table.id());
    changeExpiry(table);
  }

  private void changeIndexes(Table table, JsonNode found) throws IOException, InterruptedException {
    Map<String, Table.Index> missing = new HashMap<>();
    table.global().forEach(index -> missing.put(index.name(), index));
    for (JsonNode index : found.path("GlobalSecondaryIndexes")) {
      String name = index.path("IndexName").asText();
      if (missing.remove(name) == null) {
        call(table, "UpdateTable", TableRequests.dropIndex(table, name));
        awaitIndex(table, name, false);
      }
    }
    for (Table.Index index : missing.values()) {
      call(table, "UpdateTable", TableRequests.addIndex(table, index));
      awaitIndex(table, index.name(), true);
    }
  }

  /** Waits until everything is active and the index is there, or is not. */
  private void awaitIndex(Table table, String name, boolean wanted)
      throws IOException, InterruptedException {
    while (true) {
      JsonNode found =
          describe(table).orElseThrow(() -> new IOException(table.name() + " is gone"));
      boolean active = found.path("TableStatus").asText().equals("ACTIVE");
      boolean there = false;
      for (JsonNode index : found.path("GlobalSecondaryIndexes")) {
        active &= index.path("IndexStatus").asText("ACTIVE").equals("ACTIVE");
        there |= index.path("IndexName").asText().equals(name);
      }
      if (active && there == wanted) {
        return;
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  private void changeExpiry(Table table) throws IOException, InterruptedException {
    JsonNode now =
        call(table, "DescribeTimeToLive", TableRequests.name(table)).path("TimeToLiveDescription");
    boolean enabled = now.path("TimeToLiveStatus").asText().startsWith("ENABL");
    String attribute = now.path("AttributeName").asText();
    if (enabled && !table.expiry().equals(Optional.of(attribute))) {
      call(table, "UpdateTimeToLive", TableRequests.expiry(table, attribute, false));
      enabled = false;
    }
    if (!enabled && table.expiry().isPresent()) {
      call(table, "UpdateTimeToLive", TableRequests.expiry(table, table.expiry().get(), true));
    }
  }

  private void delete(Table table) throws IOException, InterruptedException {
    Backend.Answer answer =
        backend.call(table.scope(), "DeleteTable", AwsJson.bytes(TableRequests.name(table)));
    if (answer.status() != 200 && !isMissing(answer)) {
      throw failure("DeleteTable", table, answer);
    }
    Files.deleteIfExists(mark(table));
  }

  private Optional<JsonNode> describe(Table table) throws IOException, InterruptedException {
    byte[] request = AwsJson.bytes(TableRequests.name(table));
    Backend.Answer answer = backend.call(table.scope(), "DescribeTable", request);
    for (int retry = 0; answer.status() == 500 && retry < RETRIES; retry++) {
      // DynamoDB Local, as an endpoint, fails so at times while it changes the very table.
      Thread.sleep(PAUSE_MILLIS);
      answer = backend.call(table.scope(), "DescribeTable", request);
    }
    if (isMissing(answer)) {
      return Optional.empty();
    }
    if (answer.status() != 200) {
      throw failure("DescribeTable", table, answer);
    }
    return AwsJson.parse(answer.body()).map(body -> body.path("Table"));
  }

  private JsonNode call(Table table, String operation, JsonNode request)
      throws IOException, InterruptedException {
    Backend.Answer answer = backend.call(table.scope(), operation, AwsJson.bytes(request));
    if (answer.status() != 200) {
      throw failure(operation, table, answer);
    }
    return AwsJson.parse(answer.body()).orElseThrow(() -> failure(operation, table, answer));
  }

  private static boolean isMissing(Backend.Answer answer) {
    return answer.status() == 400
        && AwsJson.text(answer.body()).contains("#ResourceNotFoundException");
  }

  private static IOException failure(String operation, Table table, Backend.Answer answer) {
    return new IOException(
        operation
            + " of "
            + table.arn()
            + ": "
            + answer.status()
            + " "
            + AwsJson.text(answer.body()));
  }

  private Path mark(Table table) {
    return marks.resolve(URLEncoder.encode(table.arn().toString(), UTF_8));
  }
}
