package dev.skybridge.app.wiring;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** How long each stage of a start took. Owned by the starting thread until the start is done. */
public final class StartTimes {
  private final long began = System.currentTimeMillis();
  private final List<Stage> stages = new ArrayList<>();
  private long last = System.nanoTime();

  private record Stage(String name, long nanos) {}

  /** The stage of this name is done, and the next one begins. */
  public void done(String name) {
    long now = System.nanoTime();
    stages.add(new Stage(name, now - last));
    last = now;
  }

  /** All stages so far, in milliseconds. */
  public long millis() {
    return stages.stream().mapToLong(Stage::nanos).sum() / 1_000_000;
  }

  void write(ObjectNode json) {
    ArrayNode rows = json.put("began", began).putArray("stages");
    stages.forEach(
        stage -> rows.addObject().put("name", stage.name()).put("millis", stage.nanos() / 1e6));
  }
}
