package dev.skybridge.dynamodb.table;

/** How the API names who plans a table's capacity. Recorded; nothing is throttled. */
public enum BillingMode {
  PROVISIONED,
  PAY_PER_REQUEST
}
