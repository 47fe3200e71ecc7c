package dev.skybridge.provider.registry;

import java.util.Collection;

/** A resource type or data source that this one-machine AWS does not have. */
public final class NotServedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotServedException(String kind, String name, Collection<String> served) {
    super(
        "%s %s is not served by this one-machine AWS (served: %s)"
            .formatted(kind, name, String.join(", ", served)));
  }
}
