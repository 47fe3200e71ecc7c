package dev.skybridge.dynamodb.operation;

import dev.skybridge.dynamodb.table.Settings;
import dev.skybridge.dynamodb.table.TableDefinition;
import dev.skybridge.dynamodb.table.Tables;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * Point-in-time recovery as the API describes it. It is recorded; nothing can be restored here.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ContinuousBackupsDescription.html">ContinuousBackupsDescription</a>
 */
final class ContinuousBackups {
  private ContinuousBackups() {}

  static TableDefinition find(Tables tables, Request request) {
    return find(tables, TableName.of(tables, request));
  }

  static TableDefinition find(Tables tables, String name) {
    return tables
        .catalog()
        .find(name)
        .orElseThrow(() -> new ApiException(ErrorType.TABLE_NOT_FOUND, "Table not found: " + name));
  }

  static Response field(Tables tables, Settings settings) {
    Instant now = tables.clock().instant();
    return json -> {
      json.writeObjectFieldStart("ContinuousBackupsDescription");
      json.writeStringField("ContinuousBackupsStatus", "ENABLED");
      json.writeObjectFieldStart("PointInTimeRecoveryDescription");
      if (settings.recoverableSince().isEmpty()) {
        json.writeStringField("PointInTimeRecoveryStatus", "DISABLED");
      } else {
        Instant since = settings.recoverableSince().get();
        Instant oldest = now.minus(Duration.ofDays(settings.recoveryDays()));
        json.writeStringField("PointInTimeRecoveryStatus", "ENABLED");
        json.writeNumberField("RecoveryPeriodInDays", settings.recoveryDays());
        json.writeNumberField(
            "EarliestRestorableDateTime", seconds(since.isBefore(oldest) ? oldest : since));
        json.writeNumberField("LatestRestorableDateTime", seconds(now));
      }
      json.writeEndObject();
      json.writeEndObject();
    };
  }

  private static BigDecimal seconds(Instant time) {
    return BigDecimal.valueOf(time.toEpochMilli(), 3);
  }
}
