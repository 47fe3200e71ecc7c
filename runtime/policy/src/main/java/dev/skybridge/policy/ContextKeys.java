package dev.skybridge.policy;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;

/** The condition keys that statements ask for. */
final class ContextKeys {
  private final SequencedMap<String, String> keys = new LinkedHashMap<>();
  private final boolean variables;

  private ContextKeys(boolean variables) {
    this.variables = variables;
  }

  /** The keys of conditions and, where there are some, of variables; case apart, each once. */
  static List<String> of(List<Statement> statements, boolean variables) {
    ContextKeys keys = new ContextKeys(variables);
    for (Statement statement : statements) {
      statement.resources().ifPresent(names -> keys.addVariables(names.patterns()));
      for (Condition condition : statement.conditions()) {
        keys.add(condition.key());
        keys.addVariables(condition.values());
      }
    }
    return List.copyOf(keys.keys.values());
  }

  private void add(String key) {
    keys.putIfAbsent(key.toLowerCase(Locale.ROOT), key);
  }

  private void addVariables(Collection<String> texts) {
    if (variables) {
      texts.forEach(text -> Template.of(text).keys().forEach(this::add));
    }
  }
}
