package dev.skybridge.app.explain;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.gate.NearMiss;
import dev.skybridge.gate.Rule;
import dev.skybridge.gate.Step;
import dev.skybridge.gate.Trace;
import dev.skybridge.gate.Verdict;
import java.util.List;

/**
 * Turns the steps of a request into a story for a person, as JSON that {@link StoryText} prints.
 */
public final class Stories {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Holders holders;

  /**
   * @param states where the rules are written down
   */
  public Stories(States states) {
    this.holders = new Holders(states);
  }

  /** The story of a request that was sent. */
  public ObjectNode of(Trace trace) {
    ObjectNode story = of(trace.request(), trace.outcome(), trace.steps());
    story.put("id", trace.id());
    trace.aliases().forEach(story.putArray("aliases")::add);
    return story;
  }

  /**
   * The story of steps.
   *
   * @param request what was asked, in one line
   * @param outcome how it ended, in a few words
   */
  public ObjectNode of(String request, String outcome, List<Step> steps) {
    List<Step> refusals = steps.stream().filter(step -> !step.verdict().allowed()).toList();
    ObjectNode story =
        JSON.createObjectNode()
            .put("request", request)
            .put("outcome", outcome)
            .put("allowed", refusals.isEmpty());
    ArrayNode passed = story.putArray("passed");
    steps.stream().filter(step -> step.verdict().allowed()).forEach(step -> passed.add(gate(step)));
    ArrayNode refused = story.putArray("refused");
    refusals.forEach(step -> refused.add(refusal(step)));
    return story;
  }

  private ObjectNode gate(Step step) {
    ObjectNode json = JSON.createObjectNode().put("gate", step.gate()).put("place", step.place());
    rule(json, step.gate(), step.verdict().rule());
    return json;
  }

  private ObjectNode refusal(Step step) {
    ObjectNode json = gate(step);
    if (step.verdict() instanceof Verdict.Refused refused) {
      json.put("reason", refused.reason()).put("deliberate", refused.deliberate());
      ArrayNode near = json.putArray("near");
      refused.near().forEach(miss -> near.add(miss(step.gate(), miss)));
      if (!refused.remedy().isEmpty()) {
        json.put("suggestion", refused.remedy());
      }
    }
    return json;
  }

  private ObjectNode miss(String gate, NearMiss miss) {
    ObjectNode json = JSON.createObjectNode();
    rule(json, gate, miss.rule());
    json.put("element", miss.element());
    if (!miss.position().isEmpty()) {
      json.put("elementPosition", miss.position());
    }
    return json.put("expected", miss.expected())
        .put("found", miss.found())
        .put("others", miss.others());
  }

  private void rule(ObjectNode json, String gate, Rule rule) {
    json.put("owner", rule.owner()).put("rule", rule.text());
    if (!rule.position().isEmpty()) {
      json.put("position", rule.position());
    }
    holders
        .of(gate, rule)
        .ifPresent(holder -> {
          json.put("deployment", holder.deployment()).put("address", holder.address());
          if (!holder.attribute().isEmpty()) {
            json.put("attribute", holder.attribute());
          }
          holder.source().ifPresent(source -> json.put("source", source));
        });
  }
}
