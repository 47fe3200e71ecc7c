package dev.skybridge.dynamodb.operation;

import dev.skybridge.dynamodb.model.ValidationException;
import dev.skybridge.dynamodb.table.BillingMode;
import dev.skybridge.dynamodb.table.Settings;
import dev.skybridge.dynamodb.table.Tables;
import dev.skybridge.dynamodb.table.Throughput;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads what a table's owner may set. */
final class SettingsRequest {
  private static final int RECOVERY_DAYS = 35;
  private static final int MOST_TAGS = 50;

  private SettingsRequest() {}

  /** The settings of a table that is to be made. */
  static Settings create(Tables tables, Request request) {
    refuseStream(request);
    BillingMode billing = billing(request).orElse(BillingMode.PROVISIONED);
    Optional<Throughput> throughput =
        billing == BillingMode.PROVISIONED ? Throughputs.of(request) : Optional.empty();
    if (billing == BillingMode.PROVISIONED && throughput.isEmpty()) {
      throw noThroughput();
    }
    return new Settings(
        billing,
        since(billing, tables),
        throughput,
        Throughputs.onDemand(request),
        request.flag("DeletionProtectionEnabled"),
        request.text("TableClass"),
        kmsKey(tables, request),
        tags(request, Map.of()),
        Optional.empty(),
        RECOVERY_DAYS);
  }

  /** What a request changes of a table's settings. */
  static Settings change(Tables tables, Request request, Settings before) {
    refuseStream(request);
    BillingMode billing = billing(request).orElse(before.billing());
    Optional<Throughput> wanted = Throughputs.of(request);
    if (billing == BillingMode.PAY_PER_REQUEST
        && wanted.isPresent()
        && !request.has("BillingMode")) {
      throw ValidationException.parameter(
          "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is"
              + " PAY_PER_REQUEST");
    }
    if (billing == BillingMode.PROVISIONED
        && before.billing() != BillingMode.PROVISIONED
        && wanted.isEmpty()) {
      throw noThroughput();
    }
    if (wanted.isPresent() && wanted.equals(before.throughput()) && !request.has("BillingMode")) {
      throw new ValidationException("The requested throughput value equals the current value");
    }
    Optional<Throughput> throughput =
        billing == BillingMode.PROVISIONED ? wanted.or(before::throughput) : Optional.empty();
    boolean sse = request.has("SSESpecification");
    return new Settings(
        billing,
        billing == before.billing() || billing == BillingMode.PROVISIONED
            ? before.payPerRequestSince()
            : since(billing, tables),
        throughput,
        Throughputs.onDemand(request).or(before::onDemand),
        request.has("DeletionProtectionEnabled")
            ? request.flag("DeletionProtectionEnabled")
            : before.deletionProtection(),
        request.text("TableClass").or(before::tableClass),
        sse ? kmsKey(tables, request) : before.kmsKey(),
        before.tags(),
        before.recoverableSince(),
        before.recoveryDays());
  }

  /** Tags in a request, over those that are there. */
  static Map<String, String> tags(Request request, Map<String, String> before) {
    Map<String, String> tags = new LinkedHashMap<>(before);
    for (Request tag : request.parts("Tags")) {
      tags.put(tag.required("Key", "tags.member.key"), tag.required("Value", "tags.member.value"));
    }
    if (tags.size() > MOST_TAGS) {
      throw ValidationException.parameter("Too many tags: " + tags.size() + ", the limit is 50");
    }
    return tags;
  }

  private static void refuseStream(Request request) {
    if (request
        .part("StreamSpecification")
        .map(stream -> stream.flag("StreamEnabled"))
        .orElse(false)) {
      throw ValidationException.parameter(
          "StreamSpecification: streams are not served here; leave StreamEnabled false");
    }
  }

  private static Optional<BillingMode> billing(Request request) {
    return request
        .text("BillingMode")
        .map(mode ->
            switch (mode) {
              case "PROVISIONED" -> BillingMode.PROVISIONED;
              case "PAY_PER_REQUEST" -> BillingMode.PAY_PER_REQUEST;
              default ->
                  throw new ValidationException(
                      "1 validation error detected: Value '"
                          + mode
                          + "' at 'billingMode' failed to satisfy constraint: Member must satisfy"
                          + " enum value set: [PROVISIONED, PAY_PER_REQUEST]");
            });
  }

  private static Optional<Instant> since(BillingMode billing, Tables tables) {
    return billing == BillingMode.PAY_PER_REQUEST
        ? Optional.of(tables.clock().instant())
        : Optional.empty();
  }

  /** A key of KMS, or DynamoDB's own key there; none for a key that nobody sees. */
  private static Optional<String> kmsKey(Tables tables, Request request) {
    return request
        .part("SSESpecification")
        .filter(sse -> sse.flag("Enabled"))
        .map(sse -> sse.text("KMSMasterKeyId").orElse("alias/aws/dynamodb"))
        .map(key -> key.startsWith("arn:") ? key : arn(tables, key));
  }

  private static String arn(Tables tables, String key) {
    String resource = key.startsWith("alias/") ? key : "key/" + key;
    return tables.dataSet().arn(resource).replaceFirst(":dynamodb:", ":kms:");
  }

  private static ValidationException noThroughput() {
    return new ValidationException("No provisioned throughput specified for the table");
  }
}
