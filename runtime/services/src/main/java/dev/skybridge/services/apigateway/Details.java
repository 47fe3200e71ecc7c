package dev.skybridge.services.apigateway;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What is told of a resource and decides nothing.
 *
 * @param description what it is for, if somebody said
 * @param created when it was made; empty where that is not known
 * @param updated when it was changed last; empty where that is not known
 * @param tags its tags
 */
public record Details(
    Optional<String> description,
    Optional<Instant> created,
    Optional<Instant> updated,
    Map<String, String> tags) {
  /** Nothing known. */
  public static final Details NONE =
      new Details(Optional.empty(), Optional.empty(), Optional.empty(), Map.of());

  public Details {
    requireNonNull(description);
    requireNonNull(created);
    requireNonNull(updated);
    tags = Map.copyOf(tags);
  }
}
