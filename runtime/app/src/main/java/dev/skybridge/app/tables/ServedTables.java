package dev.skybridge.app.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.app.control.ControlClient;
import java.util.ArrayList;
import java.util.List;

/** The tables of a running runtime, through its control socket. */
public record ServedTables(ControlClient control) implements Tables {
  @Override
  public List<TableName> all() {
    List<TableName> all = new ArrayList<>();
    control
        .ask(ControlClient.request("tables"))
        .path("tables")
        .forEach(row ->
            all.add(
                new TableName(
                    row.path("account").asText(),
                    row.path("region").asText(),
                    row.path("name").asText())));
    return all;
  }

  @Override
  public JsonNode call(TableName table, String operation, ObjectNode request) {
    ObjectNode asked =
        ControlClient.request("dynamodb")
            .put("account", table.account())
            .put("region", table.region())
            .put("operation", operation);
    asked.set("request", request);
    JsonNode answer = control.ask(asked);
    if (answer.path("status").asInt() != 200) {
      throw new RefusedException(answer.path("body"));
    }
    return answer.path("body");
  }

  @Override
  public void close() {}
}
