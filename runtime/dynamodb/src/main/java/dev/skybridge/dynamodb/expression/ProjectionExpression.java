package dev.skybridge.dynamodb.expression;

import dev.skybridge.dynamodb.model.AttributeValue;
import dev.skybridge.dynamodb.model.Item;
import dev.skybridge.dynamodb.model.ValidationException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A {@code ProjectionExpression}: the parts of an item that are asked for.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.ProjectionExpressions.html">
 *     Projection expressions</a>
 */
public final class ProjectionExpression {
  /** What is done at a projected path: it is kept. */
  private enum Kept {
    WHOLE
  }

  private final List<DocumentPath> paths;
  private final PathTree<Kept> tree;

  private ProjectionExpression(List<DocumentPath> paths, PathTree<Kept> tree) {
    this.paths = List.copyOf(paths);
    this.tree = tree;
  }

  /**
   * Parses it.
   *
   * @throws ValidationException with DynamoDB's message when it is wrong
   */
  public static ProjectionExpression parse(String text, Placeholders placeholders) {
    ExpressionKind kind = ExpressionKind.PROJECTION;
    TokenStream tokens = new TokenStream(kind, text);
    List<Node.Path> parsed = new ArrayList<>();
    do {
      parsed.add(OperandParser.path(tokens));
    } while (tokens.take(Token.Kind.COMMA));
    tokens.expect(Token.Kind.END);
    parsed.forEach(new Names(kind)::path);
    Resolver resolver = new Resolver(kind, placeholders);
    List<DocumentPath> paths = new ArrayList<>();
    PathTree<Kept> tree =
        PathTree.of(
            kind,
            parsed,
            path -> {
              paths.addFirst(resolver.path(path));
              return new PathTree.Leaf<>(paths.getFirst(), Kept.WHOLE);
            });
    return new ProjectionExpression(paths, tree);
  }

  /** The parts that the item has; of lists, the chosen elements close up. */
  public Item of(Item item) {
    return new Item(elements(tree, item.attributes()));
  }

  /** The paths in it, in order. */
  public List<DocumentPath> paths() {
    return paths;
  }

  private static @Nullable AttributeValue part(PathTree<Kept> node, AttributeValue value) {
    if (node.leaf != null) {
      return value;
    }
    if (value instanceof AttributeValue.M map) {
      Map<String, AttributeValue> elements = elements(node, map.values());
      return elements.isEmpty() ? null : new AttributeValue.M(elements);
    }
    if (value instanceof AttributeValue.L list) {
      List<AttributeValue> elements = elements(node, list.values());
      return elements.isEmpty() ? null : new AttributeValue.L(elements);
    }
    return null;
  }

  private static Map<String, AttributeValue> elements(
      PathTree<Kept> node, Map<String, AttributeValue> values) {
    Map<String, AttributeValue> kept = new LinkedHashMap<>();
    node.names.forEach((name, child) -> {
      AttributeValue value = values.get(name);
      AttributeValue part = value == null ? null : part(child, value);
      if (part != null) {
        kept.put(name, part);
      }
    });
    return kept;
  }

  private static List<AttributeValue> elements(PathTree<Kept> node, List<AttributeValue> values) {
    List<AttributeValue> kept = new ArrayList<>();
    node.indexes.forEach((index, child) -> {
      AttributeValue part = index < values.size() ? part(child, values.get(index)) : null;
      if (part != null) {
        kept.add(part);
      }
    });
    return kept;
  }
}
