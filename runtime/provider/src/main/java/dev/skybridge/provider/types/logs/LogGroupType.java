package dev.skybridge.provider.types.logs;

import dev.skybridge.policy.Arn;
import dev.skybridge.provider.Check;
import dev.skybridge.provider.Context;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.Value;
import dev.skybridge.services.logs.LogGroup;
import dev.skybridge.services.logs.LogsService;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code aws_cloudwatch_log_group}. */
final class LogGroupType implements ResourceType {
  private static final List<Integer> RETENTIONS =
      List.of(
          0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557,
          2922, 3288, 3653);

  private static final Rules RULES =
      Rules.builder()
          .honours("name", "name_prefix", "retention_in_days", "skip_destroy")
          .honoursOnly("log_group_class", Value.of("STANDARD"))
          .defaults("retention_in_days", 0)
          .defaults("skip_destroy", false)
          .forceNew("name", "name_prefix", "log_group_class")
          .conflicts("name", "name_prefix")
          .oneOf("log_group_class", "STANDARD", "INFREQUENT_ACCESS", "DELIVERY")
          .check("name", Check.length(1, 512))
          .check("retention_in_days", LogGroupType::retention)
          .tags()
          .build();

  private final LogsService logs;

  LogGroupType(LogsService logs) {
    this.logs = logs;
  }

  @Override
  public String name() {
    return "aws_cloudwatch_log_group";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public ObjectValue create(Context context, ObjectValue planned) {
    String name =
        planned
            .nonEmptyText("name")
            .orElseGet(() ->
                planned.nonEmptyText("name_prefix").orElse("terraform-")
                    + context.ids().hex(26, "name"));
    LogGroup group = new LogGroup(context.scope(), name, planned.integer("retention_in_days"));
    logs.check(group);
    return planned
        .with("id", name)
        .with("name", name)
        .with("arn", group.arn().toString())
        .orElse("name_prefix", "")
        .orElse("log_group_class", "STANDARD");
  }

  @Override
  public void apply(Context context, ObjectValue state, PrivateData remembered) {
    logs.put(new LogGroup(context.scope(), state.text("name"), state.integer("retention_in_days")));
  }

  @Override
  public void remove(Context context, ObjectValue state) {
    Arn arn = Arn.parse(state.text("arn"));
    if (state.flag("skip_destroy")) {
      logs.release(arn);
    } else {
      logs.remove(arn);
    }
  }

  private static Optional<String> retention(String name, Value value) {
    if (!(value instanceof Value.Numeric number)
        || RETENTIONS.contains(number.number().intValue())) {
      return Optional.empty();
    }
    return Optional.of(
        "expected %s to be one of [%s], got %s"
            .formatted(
                name,
                RETENTIONS.stream().map(String::valueOf).collect(Collectors.joining(" ")),
                number.number().toPlainString()));
  }
}
