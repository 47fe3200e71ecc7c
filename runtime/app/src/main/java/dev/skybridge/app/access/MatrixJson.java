package dev.skybridge.app.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/** A matrix as JSON: what is reached, cell by cell, and how many cells each gate refuses. */
public final class MatrixJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private MatrixJson() {}

  /**
   * The whole matrix.
   *
   * @param all whether each refused cell is listed too
   */
  public static ObjectNode of(Matrix matrix, boolean all) {
    ObjectNode json = JSON.createObjectNode();
    ArrayNode actors = json.putArray("actors");
    for (Actor actor : matrix.actors()) {
      ObjectNode row =
          actors
              .addObject()
              .put("name", actor.name())
              .put("kind", actor.kind().name())
              .put("account", actor.account().value());
      actor.card().ifPresent(card -> row.put("interface", card.id()));
      actor.caller().ifPresent(caller -> row.put("principal", caller.identity().principalArn()));
    }
    ArrayNode goals = json.putArray("goals");
    matrix
        .goals()
        .forEach(goal -> goals.addObject().put("action", goal.action()).put("name", goal.name()));
    ArrayNode reached = json.putArray("reached");
    ArrayNode refused = JSON.createArrayNode();
    Map<String, Integer> counts = new TreeMap<>();
    for (int a = 0; a < matrix.actors().size(); a++) {
      for (int g = 0; g < matrix.goals().size(); g++) {
        var gate = matrix.refusal(a, g);
        if (gate.isEmpty()) {
          cell(reached, matrix, a, g);
        } else {
          counts.merge(gate.get(), 1, Integer::sum);
          if (all) {
            cell(refused, matrix, a, g).put("gate", gate.get());
          }
        }
      }
    }
    ObjectNode byGate = json.putObject("refusedByGate");
    counts.forEach(byGate::put);
    if (all) {
      json.set("refused", refused);
    }
    return json;
  }

  private static ObjectNode cell(ArrayNode cells, Matrix matrix, int actor, int goal) {
    return cells
        .addObject()
        .put("from", matrix.actors().get(actor).name())
        .put("action", matrix.goals().get(goal).action())
        .put("to", matrix.goals().get(goal).name());
  }
}
