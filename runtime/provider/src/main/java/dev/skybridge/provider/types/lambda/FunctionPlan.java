package dev.skybridge.provider.types.lambda;

import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.Value;
import java.util.List;
import java.util.Optional;

/** What a change of a function makes unknown, as the real provider plans it. */
final class FunctionPlan {
  private static final List<String> CODE =
      List.of(
          "filename",
          "source_code_hash",
          "s3_bucket",
          "s3_key",
          "s3_object_version",
          "image_uri",
          "architectures");

  private FunctionPlan() {}

  static ObjectValue adjust(Optional<ObjectValue> prior, ObjectValue planned) {
    if (prior.isEmpty()) {
      return planned;
    }
    ObjectValue adjusted = planned;
    if (changed(prior.get(), planned, CODE)) {
      adjusted = adjusted.with("last_modified", Value.unknown());
    }
    List<ObjectValue> logging = planned.blocks("logging_config");
    return logging.isEmpty()
        ? adjusted
        : adjusted.withBlocks(
            "logging_config", logging.stream().map(FunctionPlan::levels).toList());
  }

  /** A log level that is not set is an empty text in the real provider's state. */
  static ObjectValue levels(ObjectValue logging) {
    return empty(empty(logging, "application_log_level"), "system_log_level");
  }

  private static ObjectValue empty(ObjectValue logging, String name) {
    return logging.get(name).isNull() ? logging.with(name, "") : logging;
  }

  private static boolean changed(ObjectValue prior, ObjectValue planned, List<String> names) {
    return names.stream().anyMatch(name -> !prior.get(name).equals(planned.get(name)));
  }
}
