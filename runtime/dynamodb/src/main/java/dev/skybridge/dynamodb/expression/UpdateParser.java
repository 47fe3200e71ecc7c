package dev.skybridge.dynamodb.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The grammar of updates: SET, REMOVE, ADD and DELETE sections in any order.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.UpdateExpressions.html">
 *     Update expressions</a>
 */
final class UpdateParser {
  private static final ExpressionKind KIND = ExpressionKind.UPDATE;

  private final TokenStream tokens;
  private final Nesting nesting = new Nesting(KIND);

  private UpdateParser(String text) {
    this.tokens = new TokenStream(KIND, text);
  }

  /**
   * A section.
   *
   * @param keyword as it is written in errors, e.g. {@code SET}
   */
  record Section(String keyword, List<Clause> clauses) {}

  /** What a section says of one path. */
  sealed interface Clause {
    Node.Path path();

    record Set(Node.Path path, Node.Operand value) implements Clause {}

    record Remove(Node.Path path) implements Clause {}

    record Add(Node.Path path, Node.Value value) implements Clause {}

    record Delete(Node.Path path, Node.Value value) implements Clause {}
  }

  static List<Section> parse(String text) {
    return new UpdateParser(text).sections();
  }

  private List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    do {
      sections.add(section());
    } while (!tokens.isNext(Token.Kind.END));
    return sections;
  }

  private Section section() {
    String keyword;
    Supplier<Clause> next;
    if (tokens.take(Token.Kind.SET)) {
      keyword = "SET";
      next = this::set;
    } else if (tokens.take(Token.Kind.REMOVE)) {
      keyword = "REMOVE";
      next = () -> new Clause.Remove(path());
    } else if (tokens.take(Token.Kind.ADD)) {
      keyword = "ADD";
      next = () -> new Clause.Add(path(), value());
    } else if (tokens.take(Token.Kind.DELETE)) {
      keyword = "DELETE";
      next = () -> new Clause.Delete(path(), value());
    } else {
      throw tokens.unexpected();
    }
    List<Clause> clauses = new ArrayList<>();
    do {
      clauses.add(next.get());
    } while (tokens.take(Token.Kind.COMMA));
    return new Section(keyword, clauses);
  }

  private Clause set() {
    Node.Path path = path();
    tokens.expect(Token.Kind.EQUAL);
    return new Clause.Set(path, assigned());
  }

  /** An operand or a sum; both may be in parentheses as a whole. */
  private Node.Operand assigned() {
    Node.Operand left;
    if (tokens.take(Token.Kind.OPEN_PAREN)) {
      left = new Node.Enclosed(nesting.deeper(this::assigned));
      tokens.expect(Token.Kind.CLOSE_PAREN);
    } else {
      left = OperandParser.bare(tokens, nesting);
    }
    if (isSum(left)) {
      return left;
    }
    if (tokens.take(Token.Kind.PLUS)) {
      return new Node.Arithmetic(left, Node.Arithmetic.Sign.PLUS, operand());
    }
    if (tokens.take(Token.Kind.MINUS)) {
      return new Node.Arithmetic(left, Node.Arithmetic.Sign.MINUS, operand());
    }
    return left;
  }

  private static boolean isSum(Node.Operand operand) {
    return operand instanceof Node.Arithmetic
        || (operand instanceof Node.Enclosed enclosed && isSum(enclosed.inner()));
  }

  private Node.Operand operand() {
    return OperandParser.operand(tokens, nesting);
  }

  private Node.Path path() {
    return OperandParser.path(tokens);
  }

  private Node.Value value() {
    return new Node.Value(tokens.expect(Token.Kind.VALUE_PLACEHOLDER).text());
  }
}
