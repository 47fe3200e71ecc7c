package dev.skybridge.app.tables;

import static java.util.Objects.requireNonNull;

/**
 * Which table.
 *
 * @param account 12 digits
 * @param region e.g. {@code eu-central-1}
 */
public record TableName(String account, String region, String name) {
  public TableName {
    requireNonNull(account);
    requireNonNull(region);
    requireNonNull(name);
  }
}
