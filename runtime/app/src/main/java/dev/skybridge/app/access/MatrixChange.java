package dev.skybridge.app.access;

import dev.skybridge.gate.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A cell in which two matrices differ. Actors and goals are the same where kind and name are: ids
 * do not survive a replacement.
 *
 * @param opens whether the actor reaches the goal afterwards and did not before
 * @param actor as it is where the goal is reached
 * @param goal as it is where it is reached
 * @param refusal the gates of the side on which it is refused, the refusing one last; empty where
 *     actor or goal is not there on that side
 */
public record MatrixChange(boolean opens, Actor actor, Goal goal, List<Step> refusal) {
  public MatrixChange {
    refusal = List.copyOf(refusal);
  }

  /**
   * The differences between now and afterwards, what opens first.
   *
   * @param before whose matrix is now's
   * @param after the world as it would be
   */
  public static List<MatrixChange> between(World before, World after) throws InterruptedException {
    Matrix now = Matrix.of(before);
    Matrix then = Matrix.of(after);
    List<MatrixChange> changes = new ArrayList<>(lost(then, now, before, true));
    changes.addAll(lost(now, then, after, false));
    return changes;
  }

  /** The cells that are reached in {@code one} and not in {@code other}. */
  private static List<MatrixChange> lost(Matrix one, Matrix other, World where, boolean opens)
      throws InterruptedException {
    Map<String, Integer> actors = new HashMap<>();
    for (int a = 0; a < other.actors().size(); a++) {
      actors.put(key(other.actors().get(a)), a);
    }
    Map<String, Integer> goals = new HashMap<>();
    for (int g = 0; g < other.goals().size(); g++) {
      goals.put(key(other.goals().get(g)), g);
    }
    Judge judge = new Judge(where);
    List<MatrixChange> lost = new ArrayList<>();
    for (int a = 0; a < one.actors().size(); a++) {
      Actor actor = one.actors().get(a);
      Optional<Integer> otherActor = Optional.ofNullable(actors.get(key(actor)));
      for (int g = 0; g < one.goals().size(); g++) {
        if (one.refusal(a, g).isPresent()) {
          continue;
        }
        Goal goal = one.goals().get(g);
        Optional<Integer> otherGoal = Optional.ofNullable(goals.get(key(goal)));
        if (otherActor.isEmpty() || otherGoal.isEmpty()) {
          lost.add(new MatrixChange(opens, actor, goal, List.of()));
        } else if (other.refusal(otherActor.get(), otherGoal.get()).isPresent()) {
          List<Step> steps =
              judge.steps(other.actors().get(otherActor.get()), other.goals().get(otherGoal.get()));
          lost.add(new MatrixChange(opens, actor, goal, steps));
        }
      }
    }
    return lost;
  }

  private static String key(Actor actor) {
    return actor.kind() + " " + actor.account() + " " + actor.name();
  }

  private static String key(Goal goal) {
    return goal.action() + " " + goal.name();
  }
}
