package dev.skybridge.dynamodb.store;

/**
 * A change of a file. It runs on the writer's thread, so it is short and waits for nothing.
 *
 * @param <T> what it answers
 */
@FunctionalInterface
public interface Change<T> {
  T apply(Transaction transaction);

  /** Whether no other change shares its commit, because later ones depend on its being on disk. */
  default boolean isAlone() {
    return false;
  }

  /** The same change in a commit of its own. */
  static <T> Change<T> alone(Change<T> change) {
    return new Change<>() {
      @Override
      public T apply(Transaction transaction) {
        return change.apply(transaction);
      }

      @Override
      public boolean isAlone() {
        return true;
      }
    };
  }
}
