package dev.skybridge.dynamodb.expression;

import static dev.skybridge.dynamodb.model.AttributeValue.Type.B;
import static dev.skybridge.dynamodb.model.AttributeValue.Type.BS;
import static dev.skybridge.dynamodb.model.AttributeValue.Type.L;
import static dev.skybridge.dynamodb.model.AttributeValue.Type.M;
import static dev.skybridge.dynamodb.model.AttributeValue.Type.N;
import static dev.skybridge.dynamodb.model.AttributeValue.Type.NS;
import static dev.skybridge.dynamodb.model.AttributeValue.Type.S;
import static dev.skybridge.dynamodb.model.AttributeValue.Type.SS;

import dev.skybridge.dynamodb.model.AttributeValue;
import java.util.List;
import java.util.Set;

/** Makes conditions of what was parsed, in the order in which DynamoDB finds errors. */
final class ConditionResolver {
  private static final Set<AttributeValue.Type> ORDERED = Set.of(S, N, B);
  private static final Set<AttributeValue.Type> SIZED = Set.of(S, B, SS, NS, BS, L, M);
  private static final Set<AttributeValue.Type> PREFIXED = Set.of(S, B);
  private static final int MOST_CANDIDATES = 100;
  private static final int MOST_OPERATORS = 300;

  private final Resolver resolver;

  private ConditionResolver(Resolver resolver) {
    this.resolver = resolver;
  }

  static Condition resolve(ExpressionKind kind, String text, Placeholders placeholders) {
    Node.Test parsed = ConditionParser.parse(kind, text);
    new Redundancy(kind).check(parsed);
    new Names(kind).check(parsed);
    Resolver resolver = new Resolver(kind, placeholders);
    Condition condition = new ConditionResolver(resolver).test(parsed);
    resolver.requireFewOperators(condition.operators(), MOST_OPERATORS);
    return condition;
  }

  private Condition test(Node.Test test) {
    return switch (test) {
      case Node.And and -> new Condition.All(and.tests().stream().map(this::test).toList());
      case Node.Or or -> new Condition.Any(or.tests().stream().map(this::test).toList());
      case Node.Not not -> new Condition.Negated(test(not.test()));
      case Node.Group group -> test(group.inner());
      case Node.Comparison comparison -> comparison(comparison);
      case Node.Between between -> between(between);
      case Node.In in -> in(in);
      case Node.Function(Node.Call call) -> function(call);
    };
  }

  private Operand operand(Node.Operand operand) {
    return switch (operand) {
      case Node.Path path -> new Operand.At(resolver.path(path));
      case Node.Value value -> new Operand.Literal(resolver.value(value));
      case Node.Enclosed enclosed -> operand(enclosed.inner());
      case Node.Call call -> {
        List<Operand> operands = operands(call.operands());
        resolver.requireCount(call.function(), operands, 1);
        resolver.requireType(call.function(), operands.getFirst().type(), SIZED);
        yield new Size(operands.getFirst());
      }
      case Node.Arithmetic sum ->
          throw new IllegalStateException("a condition has no " + sum.sign());
    };
  }

  private List<Operand> operands(List<Node.Operand> operands) {
    return operands.stream().map(this::operand).toList();
  }

  private Condition comparison(Node.Comparison parsed) {
    Comparison comparison =
        new Comparison(operand(parsed.left()), parsed.comparator(), operand(parsed.right()));
    if (parsed.comparator().isOrdering()) {
      requireTypes(comparison, ORDERED);
    }
    requireDistinct(comparison.operator(), comparison.operands());
    return comparison;
  }

  private Condition between(Node.Between parsed) {
    Between between =
        new Between(operand(parsed.operand()), operand(parsed.low()), operand(parsed.high()));
    requireTypes(between, ORDERED);
    requireDistinct(between.operator(), between.operands());
    if (between.low() instanceof Operand.Literal(AttributeValue low)
        && between.high() instanceof Operand.Literal(AttributeValue high)) {
      Bounds.require(resolver, low, high);
    }
    return between;
  }

  private Condition in(Node.In parsed) {
    In in = new In(operand(parsed.operand()), operands(parsed.candidates()));
    requireDistinct(in.operator(), in.operands());
    if (in.candidates().size() > MOST_CANDIDATES) {
      throw resolver.invalid(
          "The IN operator is provided with too many operands; number of operands: "
              + in.candidates().size());
    }
    return in;
  }

  private Condition function(Node.Call call) {
    List<Operand> operands = operands(call.operands());
    String name = call.function();
    return switch (name) {
      case AttributeExists.EXISTS, AttributeExists.NOT_EXISTS -> {
        resolver.requireCount(name, operands, 1);
        if (!(operands.getFirst() instanceof Operand.At at)) {
          throw resolver.requiresPath(name);
        }
        yield new AttributeExists(at, name.equals(AttributeExists.EXISTS));
      }
      case AttributeType.NAME -> {
        resolver.requireCount(name, operands, 2);
        requireDistinct(name, operands);
        yield new AttributeType(operands.getFirst(), TypeName.of(resolver, operands.getLast()));
      }
      case BeginsWith.NAME -> {
        resolver.requireCount(name, operands, 2);
        BeginsWith test = new BeginsWith(operands.getFirst(), operands.getLast());
        requireTypes(test, PREFIXED);
        requireDistinct(name, operands);
        yield test;
      }
      case Contains.NAME -> {
        resolver.requireCount(name, operands, 2);
        requireDistinct(name, operands);
        yield new Contains(operands.getFirst(), operands.getLast());
      }
      default -> throw new IllegalStateException(name + " was refused before");
    };
  }

  private void requireTypes(Condition.OfOperands test, Set<AttributeValue.Type> allowed) {
    for (Operand operand : test.operands()) {
      resolver.requireType(test.operator(), operand.type(), allowed);
    }
  }

  private void requireDistinct(String operator, List<Operand> operands) {
    if (operands.getFirst() instanceof Operand.At(DocumentPath first)) {
      List<DocumentPath> others =
          operands.stream()
              .skip(1)
              .filter(Operand.At.class::isInstance)
              .map(operand -> ((Operand.At) operand).path())
              .toList();
      resolver.requireDistinct(operator, first, others);
    }
  }
}
