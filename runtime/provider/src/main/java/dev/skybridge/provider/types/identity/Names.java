package dev.skybridge.provider.types.identity;

import dev.skybridge.provider.Check;
import dev.skybridge.provider.Context;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.Value;
import java.util.Optional;

/** Names: given, made from a prefix, or made up, as the real provider does it. */
final class Names {
  /** What the provider puts before a name that nobody gave. */
  private static final String UNIQUE = "terraform-";

  private Names() {}

  /** IAM's names. */
  static Check iam(int maximum) {
    return Check.text((name, text) ->
        text.matches("[\\w+=,.@-]*")
            ? Check.length(1, maximum).complaint(name, Value.of(text))
            : Optional.of("invalid value for %s (must match [\\w+=,.@-])".formatted(name)));
  }

  /** The planned object with {@code name} and {@code name_prefix} decided. */
  static ObjectValue decide(Context context, ObjectValue planned) {
    if (planned.isSet("name")) {
      return planned.with("name_prefix", planned.optionalText("name_prefix").orElse(""));
    }
    String prefix = planned.nonEmptyText("name_prefix").orElse(UNIQUE);
    return planned.with("name", prefix + context.ids().hex(26, "name")).with("name_prefix", prefix);
  }
}
