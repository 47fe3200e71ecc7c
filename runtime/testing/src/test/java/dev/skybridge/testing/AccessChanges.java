package dev.skybridge.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skybridge.services.AwsException;
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
   * DEPLOYMENT, destroy: ADDRESS}}, {@code {in: DEPLOYMENT or ACCOUNT, create: TYPE, as: NAME,
   * with: {...}}}, {@code {sign: DEPLOYMENT}}, after which the API's methods want signatures, or
   * {@code {deploy: DEPLOYMENT}}, which deploys the API. With {@code refused: TEXT} the change must
   * be refused, with this in the message.
   */
  void make(JsonNode step) {
    if (!step.has("refused")) {
      change(step);
      return;
    }
    assertThat(refusal(step)).as(step.toString()).contains(text(step, "refused"));
  }

  private String refusal(JsonNode step) {
    try {
      change(step);
      return "not refused";
    } catch (AwsException e) {
      return e.code() + ": " + e.getMessage();
    } catch (IllegalStateException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private void change(JsonNode step) {
    String deployment = step.path("in").asText();
    if (step.has("set")) {
      undo.push(instances.set(deployment, text(step, "set"), names.resolve(step.path("to"))));
    } else if (step.has("destroy")) {
      undo.push(instances.destroy(deployment, text(step, "destroy")));
    } else if (step.has("create")) {
      undo.push(
          instances.create(
              deployment,
              text(step, "create"),
              text(step, "as"),
              names.resolve(step.path("with"))));
    } else if (step.has("sign")) {
      undo.push(instances.wantSignatures(text(step, "sign")));
    } else if (step.has("deploy")) {
      undo.push(instances.deploy(text(step, "deploy")));
    } else {
      throw new IllegalArgumentException(
          step + " (expected: set, destroy, create, sign or deploy)");
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
