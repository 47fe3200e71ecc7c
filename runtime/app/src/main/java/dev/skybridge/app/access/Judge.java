package dev.skybridge.app.access;

import dev.skybridge.gate.Step;
import dev.skybridge.gate.Trace;
import dev.skybridge.gate.Verdict;
import java.util.List;

/**
 * Asks whether an actor reaches a goal: the gates of serving, in the same order, by the same code.
 * Nothing is sent.
 */
public final class Judge {
  private final WayToUrl url;
  private final WayToTable table;
  private final WayToService service;

  public Judge(World world) {
    url = new WayToUrl(world);
    table = new WayToTable(world);
    service = new WayToService(world);
  }

  /** The gates that were asked, the refusing one last; the actor reaches the goal if none did. */
  public List<Step> steps(Actor actor, Goal goal) throws InterruptedException {
    Trace trace = new Trace("check", 0, () -> 0);
    switch (goal) {
      case Goal.Url one -> url.ask(actor, one, trace);
      case Goal.TableUse one -> table.ask(actor, one, trace);
      case Goal.SecretValue one -> service.ask(actor, one, trace);
      case Goal.KeyUse one -> service.ask(actor, one, trace);
      case Goal.Invocation one -> service.ask(actor, one, trace);
    }
    return trace.steps();
  }

  /** Notes a refusal of the way itself, before any gate of a service. */
  static void refuse(
      Trace trace, String gate, String owner, String rule, String reason, String remedy) {
    trace.add(new Step(gate, owner, Verdict.refuse(owner, rule, reason, remedy), 0));
  }
}
