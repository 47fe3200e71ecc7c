package dev.skybridge.app.tables;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.app.UserError;
import dev.skybridge.app.deployment.Deployment;
import dev.skybridge.dynamodb.Answer;
import dev.skybridge.dynamodb.DataSet;
import dev.skybridge.dynamodb.DynamoDbEngine;
import dev.skybridge.dynamodb.EngineException;
import dev.skybridge.policy.Region;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The tables of a stopped runtime, from its files: those of the deployments' accounts. */
public final class StoredTables implements Tables {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final DynamoDbEngine engine;
  private final Set<DataSet> dataSets = new LinkedHashSet<>();

  /**
   * Opens the files; nobody else can until this is closed.
   *
   * @param folder where the engine keeps them
   * @param library where SQLite's native library is kept unpacked
   * @throws UserError when they cannot be used, e.g. because a runtime starts on them
   */
  public StoredTables(Path folder, Path library, List<Deployment> deployments) {
    try {
      engine = DynamoDbEngine.open(folder, library, InstantSource.system());
    } catch (EngineException e) {
      throw new UserError(
          String.valueOf(e.getMessage()), "Or look through the running one: ./skybridge up", e);
    }
    deployments.forEach(each -> dataSets.add(dataSet(each.account(), each.region())));
  }

  private static DataSet dataSet(String account, String region) {
    return new DataSet(new Region(region).partition(), region, account);
  }

  @Override
  public List<TableName> all() {
    List<TableName> all = new ArrayList<>();
    for (DataSet dataSet : dataSets) {
      call(dataSet, "ListTables", JSON.createObjectNode())
          .path("TableNames")
          .forEach(
              name -> all.add(new TableName(dataSet.account(), dataSet.region(), name.asText())));
    }
    return all;
  }

  @Override
  public JsonNode call(TableName table, String operation, ObjectNode request) {
    return call(dataSet(table.account(), table.region()), operation, request);
  }

  private JsonNode call(DataSet dataSet, String operation, ObjectNode request) {
    try {
      Answer answer = engine.execute(dataSet, operation, request.toString().getBytes(UTF_8));
      JsonNode body = JSON.readTree(new String(answer.body(), UTF_8));
      if (answer.status() != 200) {
        throw new RefusedException(body);
      }
      return body;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the engine answers JSON", e);
    }
  }

  @Override
  public void close() {
    engine.close();
  }
}
