package dev.skybridge.dynamodb.table;

/**
 * Provisioned throughput, recorded and not enforced.
 *
 * @param read capacity units per second, 1 or more
 * @param write capacity units per second, 1 or more
 */
public record Throughput(long read, long write) {}
