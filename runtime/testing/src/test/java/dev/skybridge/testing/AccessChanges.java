package dev.skybridge.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;

/** What a case changes in the infrastructure, taken back in reverse order when it is closed. */
final class AccessChanges implements AutoCloseable {
  private final AppliedInstances instances;
  private final AccessNames names;
  private final Deque<AppliedInstances.Undo> undo = new ArrayDeque<>();

  AccessChanges(AppliedInstances instances, AccessNames names) {
    this.instances = instances;
    this.names = names;
  }

  /**
   * Makes one change: {@code {in: DEPLOYMENT, set: ADDRESS, to: {ATTRIBUTE: VALUE}}}, {@code {in:
   * DEPLOYMENT, destroy: ADDRESS}}, {@code {in: DEPLOYMENT, create: TYPE, with: {...}}} or {@code
   * {deploy: DEPLOYMENT}}, which deploys the API.
   */
  void make(JsonNode step) {
    String deployment = step.path("in").asText();
    if (step.has("set")) {
      undo.push(instances.set(deployment, text(step, "set"), names.resolve(step.path("to"))));
    } else if (step.has("destroy")) {
      undo.push(instances.destroy(deployment, text(step, "destroy")));
    } else if (step.has("create")) {
      undo.push(
          instances.create(deployment, text(step, "create"), names.resolve(step.path("with"))));
    } else if (step.has("deploy")) {
      undo.push(instances.deploy(text(step, "deploy")));
    } else {
      throw new IllegalArgumentException(step + " (expected: set, destroy, create or deploy)");
    }
  }

  private static String text(JsonNode step, String field) {
    return step.path(field).asText();
  }

  @Override
  public void close() {
    while (!undo.isEmpty()) {
      undo.pop().run();
    }
  }
}
