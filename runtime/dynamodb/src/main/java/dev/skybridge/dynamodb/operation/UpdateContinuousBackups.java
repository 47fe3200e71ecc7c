package dev.skybridge.dynamodb.operation;

import dev.skybridge.dynamodb.model.ValidationException;
import dev.skybridge.dynamodb.store.Change;
import dev.skybridge.dynamodb.table.Settings;
import dev.skybridge.dynamodb.table.TableDefinition;
import dev.skybridge.dynamodb.table.Tables;
import java.time.Instant;
import java.util.Optional;

/**
 * Enables or disables point-in-time recovery, which is recorded only.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateContinuousBackups.html">UpdateContinuousBackups</a>
 */
final class UpdateContinuousBackups implements Operation {
  private static final int MOST_DAYS = 35;

  @Override
  public Response answer(Tables tables, Request request) {
    String name = TableName.of(tables, request);
    Request specification =
        request
            .part("PointInTimeRecoverySpecification")
            .orElseThrow(() -> Request.missing("pointInTimeRecoverySpecification"));
    boolean enabled = specification.flag("PointInTimeRecoveryEnabled");
    int days = specification.number("RecoveryPeriodInDays").orElse(MOST_DAYS);
    if (days < 1 || days > MOST_DAYS) {
      throw ValidationException.parameter(
          "RecoveryPeriodInDays: " + days + " (expected: 1 to " + MOST_DAYS + ")");
    }
    Settings settings =
        tables.write(
            Change.alone(transaction -> {
              TableDefinition table = ContinuousBackups.find(tables, name);
              Optional<Instant> since =
                  enabled
                      ? table
                          .settings()
                          .recoverableSince()
                          .or(() -> Optional.of(tables.clock().instant()))
                      : Optional.empty();
              Settings changed = table.settings().withRecovery(since, days);
              tables.catalog().put(transaction, table.withSettings(changed));
              return changed;
            }));
    return ContinuousBackups.field(tables, settings);
  }
}
