package dev.skybridge.dynamodb.operation;

import java.util.Map;
import java.util.Optional;

/** The operations by name. */
public final class Operations {
  private final Map<String, Operation> byName =
      Map.ofEntries(
          Map.entry("BatchGetItem", new BatchGetItem()),
          Map.entry("BatchWriteItem", new BatchWriteItem()),
          Map.entry("CreateTable", new CreateTable()),
          Map.entry("DeleteItem", new DeleteItem()),
          Map.entry("DeleteTable", new DeleteTable()),
          Map.entry("DescribeContinuousBackups", new DescribeContinuousBackups()),
          Map.entry("DescribeEndpoints", new DescribeEndpoints()),
          Map.entry("DescribeTable", new DescribeTable()),
          Map.entry("DescribeTimeToLive", new DescribeTimeToLive()),
          Map.entry("GetItem", new GetItem()),
          Map.entry("ListTables", new ListTables()),
          Map.entry("ListTagsOfResource", new ListTagsOfResource()),
          Map.entry("PutItem", new PutItem()),
          Map.entry("Query", new Query()),
          Map.entry("Scan", new Scan()),
          Map.entry("TagResource", new TagResource()),
          Map.entry("TransactGetItems", new TransactGetItems()),
          Map.entry("TransactWriteItems", new TransactWriteItems()),
          Map.entry("UntagResource", new UntagResource()),
          Map.entry("UpdateContinuousBackups", new UpdateContinuousBackups()),
          Map.entry("UpdateItem", new UpdateItem()),
          Map.entry("UpdateTable", new UpdateTable()),
          Map.entry("UpdateTimeToLive", new UpdateTimeToLive()));

  /** The operation of a name. */
  public Optional<Operation> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
