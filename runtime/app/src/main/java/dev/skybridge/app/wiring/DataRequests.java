package dev.skybridge.app.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.app.UserError;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.dynamodb.Backend;
import dev.skybridge.services.dynamodb.DynamoDbService;
import java.io.IOException;

/** The tables as the owner of the machine sees them: no policy judges who could read the files. */
final class DataRequests {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final DynamoDbService dynamoDb;

  DataRequests(DynamoDbService dynamoDb) {
    this.dynamoDb = dynamoDb;
  }

  /** All tables, by account, Region and name. */
  ObjectNode tables() {
    ObjectNode json = JSON.createObjectNode();
    var rows = json.putArray("tables");
    dynamoDb
        .tables()
        .forEach(table ->
            rows.addObject()
                .put("account", table.scope().account().value())
                .put("region", table.scope().region().name())
                .put("name", table.name()));
    return json;
  }

  /** Does an operation of DynamoDB's API on an account's tables. */
  ObjectNode call(JsonNode request) {
    Scope scope =
        new Scope(
            new AccountId(request.path("account").asText()),
            new Region(request.path("region").asText()));
    try {
      Backend.Answer answer =
          dynamoDb.administer(
              scope,
              request.path("operation").asText(),
              JSON.writeValueAsBytes(request.path("request")));
      ObjectNode json = JSON.createObjectNode().put("status", answer.status());
      json.set("body", JSON.readTree(answer.body()));
      return json;
    } catch (IOException e) {
      throw new UserError(
          "the tables cannot be reached (" + e.getMessage() + ")",
          "See what keeps them: ./skybridge status",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
