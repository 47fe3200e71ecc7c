package dev.skybridge.dynamodb.table;

import java.util.List;

/**
 * Which attributes an index has beside the keys.
 *
 * @param nonKeyAttributes of {@link Type#INCLUDE}, else none
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Projection.html">Projection</a>
 */
public record Projection(Type type, List<String> nonKeyAttributes) {
  /** How the API names them. */
  public enum Type {
    ALL,
    KEYS_ONLY,
    INCLUDE
  }

  public Projection {
    nonKeyAttributes = List.copyOf(nonKeyAttributes);
  }
}
