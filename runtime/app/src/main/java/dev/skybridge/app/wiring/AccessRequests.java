package dev.skybridge.app.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.app.UserError;
import dev.skybridge.app.access.Actor;
import dev.skybridge.app.access.Goal;
import dev.skybridge.app.access.Judge;
import dev.skybridge.app.access.Matrix;
import dev.skybridge.app.access.MatrixChange;
import dev.skybridge.app.access.MatrixJson;
import dev.skybridge.app.access.Selection;
import dev.skybridge.app.explain.States;
import dev.skybridge.app.explain.Stories;
import dev.skybridge.gate.Step;
import dev.skybridge.gate.Trace;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.iam.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the command line may ask about access: who reaches what, and why not. */
final class AccessRequests {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SkybridgeRuntime runtime;
  private @Nullable PlannedServices planned;

  AccessRequests(SkybridgeRuntime runtime) {
    this.runtime = runtime;
  }

  ObjectNode explain(JsonNode request, Trace trace) {
    return stories(request).of(trace);
  }

  /** The judgement of one way, or of several where a table is named without an operation. */
  ObjectNode check(JsonNode request) {
    Selection selection = new Selection(runtime.world(), accounts(request));
    Actor named = selection.actor(request.path("from").asText());
    Trace assumption = new Trace("assumption", 0, () -> 0);
    Optional<Actor> acting = Optional.of(named);
    String who = named.name();
    if (request.has("as")) {
      Role role = selection.role(request.path("as").asText());
      acting = runtime.world().callers().assume(named, role, assumption).map(named::as);
      who += " as " + role.name();
    }
    Optional<String> method =
        request.has("method") ? Optional.of(request.path("method").asText()) : Optional.empty();
    Stories stories = stories(request);
    Judge judge = new Judge(runtime.world());
    ObjectNode answer = JSON.createObjectNode().put("from", who);
    ArrayNode judged = answer.putArray("judged");
    boolean reaches = true;
    for (Goal goal : selection.goals(request.path("to").asText(), method)) {
      List<Step> steps = new ArrayList<>(assumption.steps());
      acting.ifPresent(actor -> steps.addAll(steps(judge, actor, goal)));
      boolean allowed = steps.stream().allMatch(step -> step.verdict().allowed());
      String line = who + ": " + goal.action() + " " + goal.name();
      judged.add(
          stories
              .of(line, allowed ? "reaches it" : "refused", steps)
              .put("action", goal.action())
              .put("to", goal.name()));
      reaches &= allowed;
    }
    return answer.put("reaches", reaches);
  }

  ObjectNode matrix(boolean all) {
    try {
      return MatrixJson.of(Matrix.of(runtime.world()), all);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** {@code begin} with an account and a Region, {@code compare}, {@code end}. */
  synchronized ObjectNode whatIf(JsonNode request) {
    return switch (request.path("step").asText()) {
      case "begin" -> {
        end();
        PlannedServices begun =
            runtime.planned(
                new Scope(
                    new AccountId(request.path("account").asText()),
                    new Region(request.path("region").asText())));
        planned = begun;
        yield JSON.createObjectNode().put("reattach", begun.reattach());
      }
      case "compare" -> compare(request);
      default -> {
        end();
        yield JSON.createObjectNode();
      }
    };
  }

  private ObjectNode compare(JsonNode request) {
    PlannedServices after = planned;
    if (after == null) {
      throw new UserError("what-if: nothing was begun", "Use ./skybridge what-if.");
    }
    Stories stories = stories(request);
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode opens = answer.putArray("opens");
    ArrayNode closes = answer.putArray("closes");
    try {
      for (MatrixChange change : MatrixChange.between(runtime.world(), after.world())) {
        (change.opens() ? opens : closes).add(change(stories, change));
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    return answer;
  }

  private static ObjectNode change(Stories stories, MatrixChange change) {
    String from = change.actor().name();
    String line = from + ": " + change.goal().action() + " " + change.goal().name();
    String outcome = change.refusal().isEmpty() ? "not there" : "refused";
    return stories
        .of(line, outcome, change.refusal())
        .put("from", from)
        .put("action", change.goal().action())
        .put("to", change.goal().name());
  }

  private void end() {
    PlannedServices begun = planned;
    planned = null;
    if (begun != null) {
      begun.close();
    }
  }

  private static List<Step> steps(Judge judge, Actor actor, Goal goal) {
    try {
      return judge.steps(actor, goal);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static UserError interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new UserError("the runtime is ending", "Start it again: ./skybridge up", e);
  }

  private static Stories stories(JsonNode request) {
    List<States.Origin> origins = new ArrayList<>();
    for (JsonNode one : request.path("deployments")) {
      origins.add(
          new States.Origin(
              one.path("name").asText(),
              Path.of(one.path("state").asText()),
              Path.of(one.path("root").asText())));
    }
    return new Stories(States.read(origins));
  }

  private static Map<String, AccountId> accounts(JsonNode request) {
    Map<String, AccountId> accounts = new HashMap<>();
    for (JsonNode one : request.path("deployments")) {
      accounts.put(one.path("name").asText(), new AccountId(one.path("account").asText()));
    }
    return accounts;
  }
}
