package dev.skybridge.app.access;

import dev.skybridge.gate.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who reaches what: every actor against every goal. Of a refused cell it keeps the gate only;
 * {@link Judge} tells the rest.
 */
public final class Matrix {
  private final List<Actor> actors;
  private final List<Goal> goals;

  /** Per actor and goal the number of the gate that refuses; 0 where none does. */
  private final byte[][] gates;

  private final List<String> names;

  private Matrix(List<Actor> actors, List<Goal> goals, byte[][] gates, List<String> names) {
    this.actors = actors;
    this.goals = goals;
    this.gates = gates;
    this.names = List.copyOf(names);
  }

  /** Judges all cells. */
  public static Matrix of(World world) throws InterruptedException {
    List<Actor> actors = new Actors(world).all();
    List<Goal> goals = new Goals(world).all();
    Judge judge = new Judge(world);
    List<String> names = new ArrayList<>(List.of(""));
    byte[][] gates = new byte[actors.size()][goals.size()];
    for (int a = 0; a < gates.length; a++) {
      for (int g = 0; g < goals.size(); g++) {
        gates[a][g] = number(judge.steps(actors.get(a), goals.get(g)), names);
      }
    }
    return new Matrix(actors, goals, gates, names);
  }

  private static byte number(List<Step> steps, List<String> names) {
    Optional<Step> refusal = steps.stream().filter(one -> !one.verdict().allowed()).findFirst();
    if (refusal.isEmpty()) {
      return 0;
    }
    int known = names.indexOf(refusal.get().gate());
    if (known < 0) {
      names.add(refusal.get().gate());
      known = names.size() - 1;
    }
    return (byte) known;
  }

  /** Who wants to reach something, in order. */
  public List<Actor> actors() {
    return actors;
  }

  /** What there is to reach, in order. */
  public List<Goal> goals() {
    return goals;
  }

  /**
   * The gate that refuses; empty where the actor reaches the goal.
   *
   * @param actor its place in {@link #actors}
   * @param goal its place in {@link #goals}
   */
  public Optional<String> refusal(int actor, int goal) {
    int gate = gates[actor][goal];
    return gate == 0 ? Optional.empty() : Optional.of(names.get(gate));
  }
}
