package dev.skybridge.dynamodb.operation;

import dev.skybridge.dynamodb.DataSet;
import dev.skybridge.dynamodb.table.Tables;

/**
 * Answers the Region's endpoint.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeEndpoints.html">DescribeEndpoints</a>
 */
final class DescribeEndpoints implements Operation {
  private static final int CACHE_MINUTES = 1440;

  @Override
  public Response answer(Tables tables, Request request) {
    DataSet dataSet = tables.dataSet();
    String suffix = dataSet.partition().equals("aws-cn") ? "amazonaws.com.cn" : "amazonaws.com";
    return json -> {
      json.writeArrayFieldStart("Endpoints");
      json.writeStartObject();
      json.writeStringField("Address", "dynamodb." + dataSet.region() + "." + suffix);
      json.writeNumberField("CachePeriodInMinutes", CACHE_MINUTES);
      json.writeEndObject();
      json.writeEndArray();
    };
  }
}
