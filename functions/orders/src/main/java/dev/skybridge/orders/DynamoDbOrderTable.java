package dev.skybridge.orders;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** The orders in a DynamoDB table. Items are laid out as {@link Items} says. */
final class DynamoDbOrderTable implements OrderTable {
  /**
   * A table is reached in milliseconds or not at all; it is a function's first call, with its
   * classes still to load, that needs more. The bound on a whole call, repeats included, leaves a
   * function with a time-out of 10 seconds the time to answer.
   */
  private static final Duration CONNECT = Duration.ofSeconds(1);

  private static final Duration ATTEMPT = Duration.ofSeconds(3);
  private static final Duration CALL = Duration.ofSeconds(7);

  private final DynamoDbClient client;
  private final String table;
  private final String index;

  DynamoDbOrderTable(DynamoDbClient client, String table, String index) {
    this.client = client;
    this.table = table;
    this.index = index;
  }

  /**
   * A table as a Lambda function reaches it: with the credentials of its execution role (from the
   * environment, or from the container's endpoint under SnapStart) and the endpoint that the SDK
   * finds for the Region or in {@code AWS_ENDPOINT_URL_DYNAMODB}.
   *
   * @param index the name of the index; empty for a function that lists nothing
   */
  static DynamoDbOrderTable connect(String region, String table, String index) {
    DynamoDbClient client =
        tuned(DynamoDbClient.builder())
            .region(Region.of(region))
            .credentialsProvider(
                AwsCredentialsProviderChain.of(
                    EnvironmentVariableCredentialsProvider.create(),
                    ContainerCredentialsProvider.builder().build()))
            .build();
    return new DynamoDbOrderTable(client, table, index);
  }

  /** {@code builder} with the HTTP client, time-outs and repeats that suit a function. */
  static DynamoDbClientBuilder tuned(DynamoDbClientBuilder builder) {
    return builder
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(ATTEMPT))
        .overrideConfiguration(
            override -> override.retryStrategy(RetryMode.STANDARD).apiCallTimeout(CALL));
  }

  @Override
  public List<DayShards> days() {
    return Items.days(item(Items.daysKey()));
  }

  @Override
  public Optional<Order> find(OrderId id) {
    Map<String, AttributeValue> item = item(Items.orderKey(id));
    return item.isEmpty() ? Optional.empty() : Optional.of(Items.order(item));
  }

  @Override
  public List<Order> newest(DayShard shard, @Nullable Position before, int limit) {
    List<Order> orders = new ArrayList<>();
    Map<String, AttributeValue> start = Map.of();
    do {
      QueryRequest query = query(shard, before, limit - orders.size(), start);
      QueryResponse answer = asking(() -> client.query(query));
      answer.items().forEach(item -> orders.add(Items.order(item)));
      start = answer.lastEvaluatedKey();
    } while (orders.size() < limit && !start.isEmpty());
    return orders;
  }

  private QueryRequest query(
      DayShard shard, @Nullable Position before, int limit, Map<String, AttributeValue> start) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":shard", Items.string(shard.toString()));
    String condition = Items.DAY_SHARD + " = :shard";
    if (before != null) {
      values.put(":before", Items.string(before.toString()));
      condition += " AND " + Items.ORDERED_AT + " < :before";
    }
    return QueryRequest.builder()
        .tableName(table)
        .indexName(index)
        .keyConditionExpression(condition)
        .expressionAttributeValues(values)
        .scanIndexForward(false)
        .limit(limit)
        .exclusiveStartKey(start.isEmpty() ? null : start)
        .build();
  }

  @Override
  public Outcome place(
      Order order, DayShard shard, @Nullable DayShards newDay, @Nullable Claim claim) {
    // No condition on the order: its id is new, and the SDK's repeat of the same put is harmless.
    Map<String, AttributeValue> item = Items.of(order, shard);
    if (newDay == null && claim == null) {
      asking(() -> client.putItem(put -> put.tableName(table).item(item)));
      return new Outcome.Stored();
    }
    List<TransactWriteItem> writes = new ArrayList<>();
    if (claim != null) {
      writes.add(write(claim, order.position().time()));
    }
    writes.add(TransactWriteItem.builder().put(put -> put.tableName(table).item(item)).build());
    if (newDay != null) {
      writes.add(write(newDay));
    }
    try {
      client.transactWriteItems(transaction -> transaction.transactItems(writes));
      return new Outcome.Stored();
    } catch (TransactionCanceledException e) {
      return outcome(e, claim);
    } catch (SdkException e) {
      throw trouble(e);
    }
  }

  private TransactWriteItem write(Claim claim, Instant now) {
    // An expired record counts as gone: DynamoDB deletes it within days, not at once.
    return TransactWriteItem.builder()
        .put(
            Put.builder()
                .tableName(table)
                .item(Items.of(claim))
                .conditionExpression(
                    "attribute_not_exists(" + Items.KEY + ") OR " + Items.EXPIRES_AT + " <= :now")
                .expressionAttributeValues(Map.of(":now", Items.seconds(now)))
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build())
        .build();
  }

  private TransactWriteItem write(DayShards day) {
    AttributeValue added = AttributeValue.builder().ss(day.toString()).build();
    return TransactWriteItem.builder()
        .update(
            Update.builder()
                .tableName(table)
                .key(Items.daysKey())
                .updateExpression("ADD #days :day")
                .expressionAttributeNames(Map.of("#days", Items.DAYS))
                .expressionAttributeValues(Map.of(":day", added))
                .build())
        .build();
  }

  private Outcome outcome(TransactionCanceledException canceled, @Nullable Claim claim) {
    List<CancellationReason> reasons = canceled.cancellationReasons();
    List<String> codes = reasons.stream().map(CancellationReason::code).toList();
    if (claim != null && codes.contains("ConditionalCheckFailed")) {
      Map<String, AttributeValue> earlier = reasons.getFirst().item();
      Map<String, AttributeValue> item = earlier.isEmpty() ? item(Items.claimKey(claim)) : earlier;
      return item.isEmpty() ? new Outcome.Busy() : new Outcome.Claimed(Items.claim(item));
    }
    if (codes.contains("TransactionConflict")) {
      return new Outcome.Busy();
    }
    boolean passing =
        codes.contains("ThrottlingError") || codes.contains("ProvisionedThroughputExceeded");
    throw new TableException("transaction canceled: " + codes, passing);
  }

  private Map<String, AttributeValue> item(Map<String, AttributeValue> key) {
    return asking(
        () -> client.getItem(get -> get.tableName(table).key(key).consistentRead(true)).item());
  }

  private static <T> T asking(Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException e) {
      throw trouble(e);
    }
  }

  /** Only names and numbers: a service's message can repeat values of the request. */
  private static TableException trouble(SdkException e) {
    if (e instanceof AwsServiceException service) {
      String code = String.valueOf(service.awsErrorDetails().errorCode());
      boolean passing = service.isThrottlingException() || service.statusCode() >= 500;
      return new TableException(
          code + ", status " + service.statusCode() + ", request " + service.requestId(), passing);
    }
    return new TableException(
        e.getClass().getSimpleName() + ": " + e.getMessage(), e instanceof SdkClientException);
  }
}
