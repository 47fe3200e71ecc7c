package dev.skybridge.services.api.describe;

import dev.skybridge.services.AwsException;
import dev.skybridge.services.api.Input;

/**
 * How many resources a page may have.
 *
 * @param least the least that may be asked for
 * @param most the most
 * @param clamped whether more than the most means the most; else it is refused
 */
public record PageSize(int least, int most, boolean clamped) {
  /** What most operations take. */
  public static final PageSize USUAL = new PageSize(5, 1000, false);

  /** The size that is asked for; everything, as far as a page may hold it, when none is. */
  long read(Input input) {
    long asked = input.findWhole("MaxResults").orElse((long) most);
    if (asked < least || (asked > most && !clamped)) {
      throw new AwsException(
          "InvalidParameterValue",
          400,
          "Value ( %d ) for parameter maxResults is invalid. Expecting a value %s than or equal to %d."
              .formatted(asked, asked < least ? "greater" : "less", asked < least ? least : most));
    }
    return Math.min(asked, most);
  }
}
