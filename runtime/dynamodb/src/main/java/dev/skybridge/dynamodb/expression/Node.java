package dev.skybridge.dynamodb.expression;

import java.util.List;

/** An expression as it is written: names not yet looked up, functions not yet judged. */
sealed interface Node {
  /** What may be compared, added or passed to a function. */
  sealed interface Operand extends Node {}

  /** What holds or does not. */
  sealed interface Test extends Node {}

  /** A document path. */
  record Path(List<Part> parts) implements Operand {
    public Path {
      parts = List.copyOf(parts);
    }
  }

  /** One step of a path. */
  sealed interface Part {
    /** A name as it is written. */
    record Name(String text) implements Part {}

    /** A name that a placeholder stands for. */
    record Placeholder(String text) implements Part {}

    /** A list's element. */
    record Index(String digits) implements Part {}
  }

  /** A value's placeholder. */
  record Value(String placeholder) implements Operand {}

  /** A function with its operands, used as an operand. */
  record Call(String function, List<Operand> operands) implements Operand {
    public Call {
      operands = List.copyOf(operands);
    }
  }

  /** An operand in parentheses. */
  record Enclosed(Operand inner) implements Operand {}

  /** A sum or difference. */
  record Arithmetic(Operand left, Sign sign, Operand right) implements Operand {
    enum Sign {
      PLUS("+"),
      MINUS("-");

      final String text;

      Sign(String text) {
        this.text = text;
      }
    }
  }

  /** A function with its operands, used as a test. */
  record Function(Call call) implements Test {}

  /** A comparison. */
  record Comparison(Operand left, Comparator comparator, Operand right) implements Test {}

  /** {@code operand BETWEEN low AND high}. */
  record Between(Operand operand, Operand low, Operand high) implements Test {}

  /** {@code operand IN (candidates)}. */
  record In(Operand operand, List<Operand> candidates) implements Test {
    public In {
      candidates = List.copyOf(candidates);
    }
  }

  /** Tests that must all hold; two or more. */
  record And(List<Test> tests) implements Test {
    public And {
      tests = List.copyOf(tests);
    }
  }

  /** Tests of which one must hold; two or more. */
  record Or(List<Test> tests) implements Test {
    public Or {
      tests = List.copyOf(tests);
    }
  }

  /** A test that must not hold. */
  record Not(Test test) implements Test {}

  /** A test in parentheses. */
  record Group(Test inner) implements Test {}
}
