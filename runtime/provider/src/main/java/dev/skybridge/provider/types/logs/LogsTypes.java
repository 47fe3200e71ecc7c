package dev.skybridge.provider.types.logs;

import dev.skybridge.provider.ResourceType;
import dev.skybridge.services.logs.LogsService;
import java.util.List;

/** The types of CloudWatch Logs. */
public final class LogsTypes {
  private LogsTypes() {}

  /** The resource types. */
  public static List<ResourceType> resources(LogsService logs) {
    return List.of(new LogGroupType(logs));
  }
}
