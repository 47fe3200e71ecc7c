package dev.skybridge.dynamodb.operation;

import dev.skybridge.dynamodb.table.Tables;

/**
 * Answers whether point-in-time recovery is enabled.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeContinuousBackups.html">DescribeContinuousBackups</a>
 */
final class DescribeContinuousBackups implements Operation {
  @Override
  public Response answer(Tables tables, Request request) {
    return ContinuousBackups.field(tables, ContinuousBackups.find(tables, request).settings());
  }
}
