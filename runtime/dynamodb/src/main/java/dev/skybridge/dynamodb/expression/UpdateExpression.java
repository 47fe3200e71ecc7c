package dev.skybridge.dynamodb.expression;

import dev.skybridge.dynamodb.model.AttributeValue;
import dev.skybridge.dynamodb.model.Item;
import dev.skybridge.dynamodb.model.ItemSize;
import dev.skybridge.dynamodb.model.ValidationException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An {@code UpdateExpression}. All its values are those of the item before the update; indexes of
 * lists too: what is set beyond a list's end is appended in the order of the indexes, and what is
 * removed closes up afterwards.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.UpdateExpressions.html">
 *     Update expressions</a>
 */
public final class UpdateExpression {
  private static final int MOST_LEVELS = 32;

  private final List<DocumentPath> paths;
  private final List<DocumentPath> allPaths;
  private final PathTree<UpdateAction> tree;
  private final long bytesToSet;

  private UpdateExpression(List<PathTree.Leaf<UpdateAction>> leaves) {
    this.paths = leaves.stream().map(PathTree.Leaf::path).toList();
    this.allPaths =
        Stream.concat(
                paths.stream(), leaves.stream().flatMap(leaf -> leaf.action().operands().stream()))
            .toList();
    this.bytesToSet = leaves.stream().mapToLong(UpdateExpression::bytesToSet).sum();
    this.tree = PathTree.of(ExpressionKind.UPDATE, leaves);
  }

  private static long bytesToSet(PathTree.Leaf<UpdateAction> leaf) {
    return leaf.action() instanceof UpdateAction.Set(Assigned value)
        ? ItemSize.utf8(leaf.path().attribute()) + value.bytes()
        : 0;
  }

  /**
   * Parses it.
   *
   * @throws ValidationException with DynamoDB's message when it is wrong
   */
  public static UpdateExpression parse(String text, Placeholders placeholders) {
    return new UpdateExpression(UpdateResolver.resolve(text, placeholders));
  }

  /** Bytes of what the request has for SET: the attributes' names and the values. */
  public long bytesToSet() {
    return bytesToSet;
  }

  /** The paths that it sets, removes, adds to or deletes from, in order. */
  public List<DocumentPath> paths() {
    return paths;
  }

  /** Those and the paths that its values are taken from. */
  public List<DocumentPath> allPaths() {
    return allPaths;
  }

  /**
   * The item after the update.
   *
   * @param before the item, or its key alone when it is not there yet
   * @throws ValidationException when the item is not as the expression needs it
   */
  public Item apply(Item before) {
    Item after = new Item(map(tree, before, before.attributes()));
    if (levels(new AttributeValue.M(after.attributes())) > MOST_LEVELS) {
      throw new ValidationException("Nesting Levels have exceeded supported limits");
    }
    return after;
  }

  /**
   * The attributes of {@code UPDATED_OLD} or {@code UPDATED_NEW}: whole attributes of which an
   * updated path is there.
   *
   * @param item the item before or after the update
   */
  public Item updated(Item item) {
    TreeSet<String> names = new TreeSet<>();
    for (DocumentPath path : paths) {
      if (path.in(item) != null) {
        names.add(path.attribute());
      }
    }
    return item.only(names);
  }

  private static @Nullable AttributeValue apply(
      PathTree<UpdateAction> node, Item before, @Nullable AttributeValue old) {
    if (node.leaf != null) {
      return node.leaf.action().apply(before, old);
    }
    if (old instanceof AttributeValue.M map && !node.names.isEmpty()) {
      return new AttributeValue.M(map(node, before, map.values()));
    }
    if (old instanceof AttributeValue.L list && !node.indexes.isEmpty()) {
      return new AttributeValue.L(list(node, before, list.values()));
    }
    throw new ValidationException(
        "The document path provided in the update expression is invalid for update");
  }

  private static Map<String, AttributeValue> map(
      PathTree<UpdateAction> node, Item before, Map<String, AttributeValue> values) {
    Map<String, AttributeValue> changed = new LinkedHashMap<>(values);
    node.names.forEach((name, child) -> {
      AttributeValue value = apply(child, before, values.get(name));
      if (value == null) {
        changed.remove(name);
      } else {
        changed.put(name, value);
      }
    });
    return changed;
  }

  private static List<AttributeValue> list(
      PathTree<UpdateAction> node, Item before, List<AttributeValue> values) {
    List<AttributeValue> changed = new ArrayList<>(values);
    List<Integer> removed = new ArrayList<>();
    node.indexes.forEach((index, child) -> {
      boolean there = index < values.size();
      AttributeValue value = apply(child, before, there ? values.get(index) : null);
      if (value == null) {
        if (there) {
          removed.addFirst(index);
        }
      } else if (there) {
        changed.set(index, value);
      } else {
        changed.add(value);
      }
    });
    removed.forEach(index -> changed.remove((int) index));
    return changed;
  }

  private static int levels(AttributeValue value) {
    int deepest = 0;
    if (value instanceof AttributeValue.M map) {
      for (AttributeValue element : map.values().values()) {
        deepest = Math.max(deepest, levels(element));
      }
    } else if (value instanceof AttributeValue.L list) {
      for (AttributeValue element : list.values()) {
        deepest = Math.max(deepest, levels(element));
      }
    } else {
      return 0;
    }
    return 1 + deepest;
  }
}
