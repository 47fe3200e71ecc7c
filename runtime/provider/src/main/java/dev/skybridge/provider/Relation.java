package dev.skybridge.provider;

import java.util.List;

/** Which arguments need or exclude each other. */
public sealed interface Relation {
  /** {@code path} excludes each of {@code others}. */
  record Conflicts(String path, List<String> others) implements Relation {
    public Conflicts {
      others = List.copyOf(others);
    }
  }

  /** One and only one is set. */
  record ExactlyOneOf(List<String> paths) implements Relation {
    public ExactlyOneOf {
      paths = List.copyOf(paths);
    }
  }

  /** One or more are set. */
  record AtLeastOneOf(List<String> paths) implements Relation {
    public AtLeastOneOf {
      paths = List.copyOf(paths);
    }
  }

  /** {@code path} needs all of {@code others}. */
  record RequiredWith(String path, List<String> others) implements Relation {
    public RequiredWith {
      others = List.copyOf(others);
    }
  }
}
