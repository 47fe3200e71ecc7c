package dev.skybridge.provider;

import java.util.ArrayList;
import java.util.List;

/** The errors and warnings of one call, collected. */
public final class Diagnostics {
  private final List<Diagnostic> all = new ArrayList<>();

  /** Adds an error; {@code attribute} is a path such as {@code route.cidr_block}, "" = none. */
  public void error(String attribute, String summary, String detail) {
    all.add(new Diagnostic(Diagnostic.Severity.ERROR, attribute, summary, detail));
  }

  /** Adds a warning. */
  public void warning(String attribute, String summary, String detail) {
    all.add(new Diagnostic(Diagnostic.Severity.WARNING, attribute, summary, detail));
  }

  /** Adds one. */
  public void add(Diagnostic diagnostic) {
    all.add(diagnostic);
  }

  /** All, in the order in which they came. */
  public List<Diagnostic> all() {
    return List.copyOf(all);
  }

  /** Whether there is an error. */
  public boolean failed() {
    return all.stream().anyMatch(one -> one.severity() == Diagnostic.Severity.ERROR);
  }
}
