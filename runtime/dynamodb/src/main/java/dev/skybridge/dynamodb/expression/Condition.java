package dev.skybridge.dynamodb.expression;

import dev.skybridge.dynamodb.model.Item;
import java.util.List;

/** A condition that is ready to be asked. */
sealed interface Condition {
  /** Whether it holds for an item. */
  boolean holds(Item item);

  /** Operators and functions in it, as DynamoDB counts them towards its limit. */
  int operators();

  /** The paths in it, in order. */
  List<DocumentPath> paths();

  /** All of its tests must hold. */
  record All(List<Condition> tests) implements Condition {
    @Override
    public boolean holds(Item item) {
      return tests.stream().allMatch(test -> test.holds(item));
    }

    @Override
    public int operators() {
      return tests.size() - 1 + tests.stream().mapToInt(Condition::operators).sum();
    }

    @Override
    public List<DocumentPath> paths() {
      return tests.stream().flatMap(test -> test.paths().stream()).toList();
    }
  }

  /** One of its tests must hold. */
  record Any(List<Condition> tests) implements Condition {
    @Override
    public boolean holds(Item item) {
      return tests.stream().anyMatch(test -> test.holds(item));
    }

    @Override
    public int operators() {
      return tests.size() - 1 + tests.stream().mapToInt(Condition::operators).sum();
    }

    @Override
    public List<DocumentPath> paths() {
      return tests.stream().flatMap(test -> test.paths().stream()).toList();
    }
  }

  /** Its test must not hold. */
  record Negated(Condition test) implements Condition {
    @Override
    public boolean holds(Item item) {
      return !test.holds(item);
    }

    @Override
    public int operators() {
      return 1 + test.operators();
    }

    @Override
    public List<DocumentPath> paths() {
      return test.paths();
    }
  }

  /** A test of operands: a comparison or a function. */
  sealed interface OfOperands extends Condition
      permits Comparison, Between, In, AttributeExists, AttributeType, BeginsWith, Contains {
    /** Its operands, in order. */
    List<Operand> operands();

    /** Its operator or function, as it is written. */
    String operator();

    @Override
    default int operators() {
      int sizes = 0;
      for (Operand operand : operands()) {
        sizes += operand instanceof Size ? 1 : 0;
      }
      return 1 + sizes;
    }

    @Override
    default List<DocumentPath> paths() {
      return Operand.paths(operands());
    }
  }
}
