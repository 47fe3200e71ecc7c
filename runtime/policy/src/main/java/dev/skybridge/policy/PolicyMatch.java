package dev.skybridge.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A policy's statements, made ready to be compared, and found by the service of an action: what
 * concerns other services costs a decision nothing.
 */
final class PolicyMatch {
  private static final StatementMatch[] NONE = {};

  private final List<StatementMatch> all;
  private final Map<String, StatementMatch[]> byService = new HashMap<>();

  /** Those that can concern any service. */
  private final StatementMatch[] anyService;

  PolicyMatch(List<Statement> statements, boolean variables) {
    Map<String, List<StatementMatch>> services = new HashMap<>();
    List<StatementMatch> any = new ArrayList<>();
    List<StatementMatch> every = new ArrayList<>();
    for (Statement statement : statements) {
      StatementMatch match = new StatementMatch(statement, variables);
      every.add(match);
      Optional<List<String>> concerned = match.actions().services();
      concerned.ifPresentOrElse(
          names ->
              names.forEach(
                  name -> services.computeIfAbsent(name, none -> new ArrayList<>()).add(match)),
          () -> any.add(match));
    }
    this.all = List.copyOf(every);
    this.anyService = any.toArray(StatementMatch[]::new);
    services.forEach(
        (service, list) -> byService.put(service, list.toArray(StatementMatch[]::new)));
  }

  /** All statements, in order. */
  List<StatementMatch> all() {
    return all;
  }

  /** The statements that can concern actions of {@code service}, in order. */
  void concerning(String service, Consumer<StatementMatch> visitor) {
    StatementMatch[] own = byService.getOrDefault(service, NONE);
    int i = 0;
    int j = 0;
    while (i < own.length || j < anyService.length) {
      boolean ownNext =
          j == anyService.length
              || (i < own.length && own[i].statement().index() < anyService[j].statement().index());
      visitor.accept(ownNext ? own[i++] : anyService[j++]);
    }
  }
}
