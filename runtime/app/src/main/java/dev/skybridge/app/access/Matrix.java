package dev.skybridge.app.access;

import dev.skybridge.gate.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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
    List<Callable<String[]>> rows = new ArrayList<>();
    actors.forEach(actor -> rows.add(() -> row(world, actor, goals)));
    List<String> names = new ArrayList<>(List.of(""));
    byte[][] gates = new byte[actors.size()][goals.size()];
    try (ExecutorService judges =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      int number = 0;
      for (Future<String[]> row : judges.invokeAll(rows)) {
        number(row.get(), names, gates[number++]);
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
    return new Matrix(actors, goals, gates, names);
  }

  /** The gate that refuses each goal; empty where none does. */
  private static String[] row(World world, Actor actor, List<Goal> goals)
      throws InterruptedException {
    Judge judge = new Judge(world);
    String[] row = new String[goals.size()];
    for (int g = 0; g < row.length; g++) {
      row[g] =
          judge.steps(actor, goals.get(g)).stream()
              .filter(step -> !step.verdict().allowed())
              .map(Step::gate)
              .findFirst()
              .orElse("");
    }
    return row;
  }

  private static void number(String[] row, List<String> names, byte[] gates) {
    for (int g = 0; g < row.length; g++) {
      if (!names.contains(row[g])) {
        names.add(row[g]);
      }
      gates[g] = (byte) names.indexOf(row[g]);
    }
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
