package dev.skybridge.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks among policies that were silent for the Allow statements that came close. */
final class NearStatements {
  private NearStatements() {}

  /** A policy that was asked. */
  record Asked(PolicyType type, AttachedPolicy policy) {}

  /** The Allow statement that is nearest to matching; the first of equals. */
  static Optional<NearStatement> nearest(List<Asked> silent, Facts facts) {
    int least = Integer.MAX_VALUE;
    @Nullable Asked holder = null;
    @Nullable StatementMatch nearest = null;
    for (Asked asked : silent) {
      for (StatementMatch statement : asked.policy().policy().match().all()) {
        if (!statement.denies()) {
          int distance = statement.distance(facts, asked.type().withPrincipal());
          if (distance > 0 && distance < least) {
            least = distance;
            holder = asked;
            nearest = statement;
          }
        }
      }
    }
    return holder == null || nearest == null
        ? Optional.empty()
        : Optional.of(near(holder, nearest, facts));
  }

  /** The nearest, and after it the others that one element alone kept from matching. */
  static List<NearStatement> close(List<Asked> silent, Facts facts) {
    Optional<NearStatement> nearest = nearest(silent, facts);
    if (nearest.isEmpty()) {
      return List.of();
    }
    List<NearStatement> others = new ArrayList<>();
    for (Asked asked : silent) {
      for (StatementMatch statement : asked.policy().policy().match().all()) {
        boolean isNearest = asked.policy().rule(statement.statement()).equals(nearest.get().rule());
        if (!isNearest && !statement.denies() && oneOff(statement, asked, facts)) {
          others.add(near(asked, statement, facts));
        }
      }
    }
    others.sort(Comparator.comparingInt(near -> weight(near.mismatches().getFirst())));
    return Stream.concat(nearest.stream(), others.stream()).toList();
  }

  private static boolean oneOff(StatementMatch statement, Asked asked, Facts facts) {
    return switch (statement.distance(facts, asked.type().withPrincipal())) {
      case 1, 10, 11, 100 -> statement.mismatches(facts, asked.type().withPrincipal()).size() == 1;
      default -> false;
    };
  }

  private static int weight(Mismatch mismatch) {
    return switch (mismatch) {
      case Mismatch.Condition _ -> 1;
      case Mismatch.Principal _ -> 2;
      case Mismatch.Resource _ -> 3;
      case Mismatch.Action _ -> 4;
    };
  }

  private static NearStatement near(Asked asked, StatementMatch statement, Facts facts) {
    return new NearStatement(
        asked.type(),
        asked.policy(),
        statement.statement(),
        statement.mismatches(facts, asked.type().withPrincipal()));
  }
}
