package dev.skybridge.dynamodb.expression;

import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Document paths by their steps, of which none may lead through another's end, and none may take a
 * value for a list that another takes for a map. What is to be done at a path is at its leaf.
 */
final class PathTree<A> {
  /** Of a leaf: its path and what is to be done there. */
  record Leaf<A>(DocumentPath path, A action) {}

  /** Names in any order that is fixed; indexes ascending. */
  final TreeMap<String, PathTree<A>> names = new TreeMap<>();

  final TreeMap<Integer, PathTree<A>> indexes = new TreeMap<>();
  @Nullable Leaf<A> leaf;

  /** A tree with these leaves. */
  static <A> PathTree<A> of(ExpressionKind kind, List<Leaf<A>> leaves) {
    return of(kind, leaves, leaf -> leaf);
  }

  /**
   * A tree of what is parsed. The paths are looked up and put in one by one from the last to the
   * first, as DynamoDB does: which of several errors it reports depends on that.
   *
   * @param leaf makes a leaf of a parsed one
   */
  static <N, A> PathTree<A> of(ExpressionKind kind, List<N> parsed, Function<N, Leaf<A>> leaf) {
    PathTree<A> root = new PathTree<>();
    parsed.reversed().forEach(node -> root.put(kind, leaf.apply(node)));
    return root;
  }

  private void put(ExpressionKind kind, Leaf<A> added) {
    PathTree<A> node = this;
    for (DocumentPath.Step step : added.path().steps()) {
      if (node.leaf != null) {
        throw error(kind, "overlap", added.path(), node.leaf.path());
      }
      PathTree<A> other = node;
      node =
          switch (step) {
            case DocumentPath.Step.Name(String name) -> {
              if (!other.indexes.isEmpty()) {
                throw error(kind, "conflict", added.path(), other.any());
              }
              yield other.names.computeIfAbsent(name, key -> new PathTree<>());
            }
            case DocumentPath.Step.Index(int index) -> {
              if (!other.names.isEmpty()) {
                throw error(kind, "conflict", added.path(), other.any());
              }
              yield other.indexes.computeIfAbsent(index, key -> new PathTree<>());
            }
          };
    }
    if (node.leaf != null || !node.names.isEmpty() || !node.indexes.isEmpty()) {
      throw error(kind, "overlap", added.path(), node.any());
    }
    node.leaf = added;
  }

  /** The path of one of the leaves below. */
  private DocumentPath any() {
    PathTree<A> node = this;
    while (true) {
      if (node.leaf != null) {
        return node.leaf.path();
      }
      node = (node.names.isEmpty() ? node.indexes : node.names).firstEntry().getValue();
    }
  }

  private static RuntimeException error(
      ExpressionKind kind, String what, DocumentPath one, DocumentPath other) {
    return kind.invalid(
        "Two document paths "
            + what
            + " with each other; must remove or rewrite one of these paths; path one: "
            + one
            + ", path two: "
            + other);
  }
}
