package dev.skybridge.dynamodb.table;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a table's owner may change at any time.
 *
 * @param payPerRequestSince when it last became {@link BillingMode#PAY_PER_REQUEST}
 * @param throughput of a provisioned table
 * @param onDemand the most read and write request units, -1 for no limit; recorded, not enforced
 * @param tableClass e.g. {@code STANDARD_INFREQUENT_ACCESS}; recorded
 * @param kmsKey of the encryption with a key of KMS; recorded
 * @param recoverableSince since when point-in-time recovery is enabled; recorded
 * @param recoveryDays how far it reaches back, 1 to 35
 */
public record Settings(
    BillingMode billing,
    Optional<Instant> payPerRequestSince,
    Optional<Throughput> throughput,
    Optional<Throughput> onDemand,
    boolean deletionProtection,
    Optional<String> tableClass,
    Optional<String> kmsKey,
    Map<String, String> tags,
    Optional<Instant> recoverableSince,
    int recoveryDays) {
  public Settings {
    requireNonNull(billing);
    requireNonNull(payPerRequestSince);
    requireNonNull(throughput);
    requireNonNull(onDemand);
    requireNonNull(tableClass);
    requireNonNull(kmsKey);
    requireNonNull(recoverableSince);
    tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
  }

  /** The same with other tags. */
  public Settings withTags(Map<String, String> wanted) {
    return new Settings(
        billing,
        payPerRequestSince,
        throughput,
        onDemand,
        deletionProtection,
        tableClass,
        kmsKey,
        wanted,
        recoverableSince,
        recoveryDays);
  }

  /** The same with point-in-time recovery since a moment, or without. */
  public Settings withRecovery(Optional<Instant> since, int days) {
    return new Settings(
        billing,
        payPerRequestSince,
        throughput,
        onDemand,
        deletionProtection,
        tableClass,
        kmsKey,
        tags,
        since,
        days);
  }
}
