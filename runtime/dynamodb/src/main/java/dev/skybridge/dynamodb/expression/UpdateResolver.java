package dev.skybridge.dynamodb.expression;

import dev.skybridge.dynamodb.model.AttributeValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes actions of a parsed update, in the order in which DynamoDB finds errors. */
final class UpdateResolver {
  private static final ExpressionKind KIND = ExpressionKind.UPDATE;
  private static final int MOST_OPERATORS = 300;
  private static final Set<AttributeValue.Type> SETS =
      EnumSet.of(AttributeValue.Type.SS, AttributeValue.Type.NS, AttributeValue.Type.BS);
  private static final Set<AttributeValue.Type> SETS_AND_NUMBERS =
      EnumSet.of(
          AttributeValue.Type.SS,
          AttributeValue.Type.NS,
          AttributeValue.Type.BS,
          AttributeValue.Type.N);

  /** What the types are called in errors of ADD and DELETE. */
  private static final Map<AttributeValue.Type, String> LONG_NAMES =
      Map.of(
          AttributeValue.Type.S, "STRING",
          AttributeValue.Type.N, "NUMBER",
          AttributeValue.Type.B, "BINARY",
          AttributeValue.Type.BOOL, "BOOLEAN",
          AttributeValue.Type.NULL, "NULL",
          AttributeValue.Type.L, "LIST",
          AttributeValue.Type.M, "MAP",
          AttributeValue.Type.SS, "STRING_SET",
          AttributeValue.Type.NS, "NUMBER_SET",
          AttributeValue.Type.BS, "BINARY_SET");

  private final Resolver resolver;

  private UpdateResolver(Resolver resolver) {
    this.resolver = resolver;
  }

  /** The actions with their paths, in the order of the text. */
  static List<PathTree.Leaf<UpdateAction>> resolve(String text, Placeholders placeholders) {
    List<UpdateParser.Section> sections = UpdateParser.parse(text);
    List<UpdateParser.Clause> clauses =
        sections.stream().flatMap(section -> section.clauses().stream()).toList();
    Redundancy redundancy = new Redundancy(KIND);
    for (UpdateParser.Clause clause : clauses) {
      if (clause instanceof UpdateParser.Clause.Set set) {
        redundancy.check(set.value());
      }
    }
    checkNames(sections);
    Resolver resolver = new Resolver(KIND, placeholders);
    return new UpdateResolver(resolver).actions(clauses);
  }

  private static void checkNames(List<UpdateParser.Section> sections) {
    Names names = new Names(KIND);
    List<String> seen = new ArrayList<>();
    for (UpdateParser.Section section : sections) {
      for (UpdateParser.Clause clause : section.clauses()) {
        names.path(clause.path());
        if (clause instanceof UpdateParser.Clause.Set set) {
          names.assigned(set.value());
        }
      }
      if (seen.contains(section.keyword())) {
        throw KIND.invalid(
            "The \""
                + section.keyword()
                + "\" section can only be used once in an update expression;");
      }
      seen.add(section.keyword());
    }
  }

  private List<PathTree.Leaf<UpdateAction>> actions(List<UpdateParser.Clause> clauses) {
    List<DocumentPath> paths = new ArrayList<>();
    // Overlaps are reported before any value is looked at.
    PathTree.of(
        KIND,
        clauses,
        clause -> {
          paths.addFirst(resolver.path(clause.path()));
          return new PathTree.Leaf<>(paths.getFirst(), clause);
        });
    List<PathTree.Leaf<UpdateAction>> leaves = new ArrayList<>();
    for (int i : inOrderOfSections(clauses)) {
      leaves.add(new PathTree.Leaf<>(paths.get(i), action(clauses.get(i))));
    }
    int operators = leaves.stream().mapToInt(leaf -> leaf.action().operators()).sum();
    resolver.requireFewOperators(operators, MOST_OPERATORS);
    leaves.sort(Comparator.comparingInt(leaf -> paths.indexOf(leaf.path())));
    return leaves;
  }

  /** Values are looked at in this order of the sections, whatever the text's is. */
  private static List<Integer> inOrderOfSections(List<UpdateParser.Clause> clauses) {
    List<Integer> order = new ArrayList<>();
    for (Class<?> section :
        List.of(
            UpdateParser.Clause.Set.class,
            UpdateParser.Clause.Remove.class,
            UpdateParser.Clause.Add.class,
            UpdateParser.Clause.Delete.class)) {
      for (int i = 0; i < clauses.size(); i++) {
        if (section.isInstance(clauses.get(i))) {
          order.add(i);
        }
      }
    }
    return order;
  }

  private UpdateAction action(UpdateParser.Clause clause) {
    return switch (clause) {
      case UpdateParser.Clause.Set set -> new UpdateAction.Set(assigned(set.value()));
      case UpdateParser.Clause.Remove remove -> new UpdateAction.Remove();
      case UpdateParser.Clause.Add add ->
          new UpdateAction.Add(member("ADD", add.value(), SETS_AND_NUMBERS));
      case UpdateParser.Clause.Delete delete ->
          new UpdateAction.Delete(member("DELETE", delete.value(), SETS));
    };
  }

  private AttributeValue member(
      String section, Node.Value placeholder, Set<AttributeValue.Type> allowed) {
    AttributeValue value = resolver.value(placeholder);
    if (!allowed.contains(value.type())) {
      throw resolver.invalid(
          "Incorrect operand type for operator or function; operator: "
              + section
              + ", operand type: "
              + LONG_NAMES.get(value.type())
              + ", typeSet: ALLOWED_FOR_"
              + section
              + "_OPERAND");
    }
    return value;
  }

  private Assigned assigned(Node.Operand operand) {
    return switch (operand) {
      case Node.Path path -> new Assigned.At(resolver.path(path));
      case Node.Value value -> new Assigned.Literal(resolver.value(value));
      case Node.Enclosed enclosed -> assigned(enclosed.inner());
      case Node.Arithmetic sum -> {
        Assigned left = assigned(sum.left());
        Assigned right = assigned(sum.right());
        requireTypes(sum.sign().text, List.of(left, right), AttributeValue.Type.N);
        yield new Assigned.Sum(left, sum.sign(), right);
      }
      case Node.Call call -> function(call.function(), call.operands());
    };
  }

  private Assigned function(String name, List<Node.Operand> parsed) {
    List<Assigned> operands = parsed.stream().map(this::assigned).toList();
    resolver.requireCount(name, operands, 2);
    Assigned first = operands.getFirst();
    Assigned second = operands.getLast();
    if (name.equals(Assigned.ListAppend.NAME)) {
      requireTypes(name, operands, AttributeValue.Type.L);
      return new Assigned.ListAppend(first, second);
    }
    if (!(first instanceof Assigned.At(DocumentPath path))) {
      throw resolver.requiresPath(name);
    }
    if (second instanceof Assigned.At(DocumentPath other)) {
      resolver.requireDistinct(name, path, List.of(other));
    }
    return new Assigned.IfNotExists(path, second);
  }

  private void requireTypes(String operator, List<Assigned> operands, AttributeValue.Type wanted) {
    for (Assigned operand : operands) {
      resolver.requireType(operator, operand.type(), Set.of(wanted));
    }
  }
}
