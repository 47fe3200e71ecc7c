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

  /**
   * The Allow statement that is nearest to matching; the first of equals. One about other services
   * than the request's only where there is no other.
   */
  private static Optional<NearStatement> nearest(List<Asked> silent, Facts facts) {
    Search search = new Search(facts);
    for (Asked asked : silent) {
      asked
          .policy()
          .policy()
          .match()
          .concerning(facts.service(), statement -> search.visit(asked, statement));
    }
    if (search.holder == null) {
      for (Asked asked : silent) {
        asked.policy().policy().match().all().forEach(statement -> search.visit(asked, statement));
      }
    }
    return search.found();
  }

  /** The nearest of the statements visited. */
  private static final class Search {
    private final Facts facts;
    private int least = Integer.MAX_VALUE;
    private @Nullable Asked holder;
    private @Nullable StatementMatch nearest;

    Search(Facts facts) {
      this.facts = facts;
    }

    void visit(Asked asked, StatementMatch statement) {
      if (statement.denies()) {
        return;
      }
      int distance = statement.distance(asked.type(), facts);
      if (distance > 0 && distance < least) {
        least = distance;
        holder = asked;
        nearest = statement;
      }
    }

    Optional<NearStatement> found() {
      return holder == null || nearest == null
          ? Optional.empty()
          : Optional.of(near(holder, nearest, facts));
    }
  }

  /**
   * The nearest, and after it the others that one element alone kept from matching. Statements
   * about other services than the request's came close to nothing.
   */
  static List<NearStatement> close(List<Asked> silent, Facts facts) {
    Optional<NearStatement> nearest = nearest(silent, facts);
    if (nearest.isEmpty()) {
      return List.of();
    }
    List<NearStatement> others = new ArrayList<>();
    for (Asked asked : silent) {
      PolicyMatch statements = asked.policy().policy().match();
      statements.concerning(
          facts.service(),
          statement -> {
            if (!statement.denies() && oneOff(statement, asked, facts)) {
              others.add(near(asked, statement, facts));
            }
          });
    }
    others.removeIf(near -> near.rule().equals(nearest.get().rule()));
    others.sort(Comparator.comparingInt(near -> weight(near.mismatches().getFirst())));
    return Stream.concat(nearest.stream(), others.stream()).toList();
  }

  private static boolean oneOff(StatementMatch statement, Asked asked, Facts facts) {
    return switch (statement.distance(asked.type(), facts)) {
      case 1, 10, 11, 100 -> statement.mismatches(asked.type(), facts).size() == 1;
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
        statement.mismatches(asked.type(), facts));
  }
}
