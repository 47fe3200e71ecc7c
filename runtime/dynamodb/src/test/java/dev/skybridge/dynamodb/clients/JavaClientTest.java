package dev.skybridge.dynamodb.clients;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skybridge.dynamodb.DynamoDbEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverterProvider;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableMetadata;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.enhanced.dynamodb.model.PutItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** AWS SDK for Java 2, low-level and enhanced. */
class JavaClientTest {
  private static final String TABLE = "orders";

  @TempDir Path folder;

  private DynamoDbEngine engine;
  private TestingHttpDoor door;
  private DynamoDbClient client;

  @BeforeEach
  void open() throws IOException {
    engine = DynamoDbEngine.open(folder);
    door = new TestingHttpDoor(engine);
    client = door.client();
    client.createTable(table ->
        table
            .tableName(TABLE)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(
                List.of(
                    definition("h", ScalarAttributeType.S), definition("r", ScalarAttributeType.N)))
            .keySchema(List.of(key("h", KeyType.HASH), key("r", KeyType.RANGE))));
    client.waiter().waitUntilTableExists(table -> table.tableName(TABLE));
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    door.close();
    engine.close();
  }

  private static AttributeDefinition definition(String name, ScalarAttributeType type) {
    return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  private static Map<String, AttributeValue> key(int sort) {
    return Map.of("h", AttributeValue.fromS("a"), "r", AttributeValue.fromN("" + sort));
  }

  private static TransactWriteItem neverThere(int sort) {
    return TransactWriteItem.builder()
        .conditionCheck(check ->
            check.tableName(TABLE).key(key(sort)).conditionExpression("attribute_not_exists(h)"))
        .build();
  }

  private static TransactWriteItem deletion(int sort) {
    return TransactWriteItem.builder()
        .delete(delete -> delete.tableName(TABLE).key(key(sort)))
        .build();
  }

  private void put(int sort) {
    client.putItem(put -> put.tableName(TABLE).item(key(sort)));
  }

  @Test
  void itemsAreWrittenReadChangedAndDeleted() {
    put(1);
    assertThat(client.getItem(get -> get.tableName(TABLE).key(key(1))).item()).isEqualTo(key(1));
    Map<String, AttributeValue> updated =
        client
            .updateItem(update ->
                update
                    .tableName(TABLE)
                    .key(key(1))
                    .updateExpression("SET #c = if_not_exists(#c, :zero) + :one")
                    .expressionAttributeNames(Map.of("#c", "count"))
                    .expressionAttributeValues(
                        Map.of(
                            ":zero", AttributeValue.fromN("0"),
                            ":one", AttributeValue.fromN("1")))
                    .returnValues(ReturnValue.UPDATED_NEW))
            .attributes();
    assertThat(updated).isEqualTo(Map.of("count", AttributeValue.fromN("1")));
    client.deleteItem(delete -> delete.tableName(TABLE).key(key(1)));
    assertThat(client.getItem(get -> get.tableName(TABLE).key(key(1))).hasItem()).isFalse();
  }

  @Test
  void pagesAreFollowedByThePaginators() {
    for (int i = 0; i < 25; i++) {
      put(i);
    }
    var query =
        client.queryPaginator(request ->
            request
                .tableName(TABLE)
                .keyConditionExpression("h = :h AND r >= :r")
                .expressionAttributeValues(
                    Map.of(":h", AttributeValue.fromS("a"), ":r", AttributeValue.fromN("5")))
                .limit(3));
    assertThat(
            query.items().stream().map(item -> Integer.parseInt(requireNonNull(item.get("r")).n())))
        .containsExactly(5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24);
    var scan = client.scanPaginator(request -> request.tableName(TABLE).limit(4));
    assertThat(scan.items().stream()).hasSize(25);
    assertThat(client.listTablesPaginator().tableNames()).containsExactly(TABLE);
  }

  @Test
  void errorsBecomeTheSdksExceptions() {
    put(1);
    assertThatThrownBy(() ->
            client.putItem(put ->
                put.tableName(TABLE).item(key(1)).conditionExpression("attribute_not_exists(h)")))
        .isInstanceOf(ConditionalCheckFailedException.class);
    assertThatThrownBy(() -> client.getItem(get -> get.tableName("missing").key(key(1))))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(() ->
            client.transactWriteItems(
                transaction -> transaction.transactItems(List.of(neverThere(1), deletion(2)))))
        .isInstanceOfSatisfying(
            TransactionCanceledException.class,
            error ->
                assertThat(error.cancellationReasons())
                    .extracting(reason -> reason.code())
                    .containsExactly("ConditionalCheckFailed", "None"));
    assertThatThrownBy(
            () -> client.scan(scan -> scan.tableName(TABLE).filterExpression("name = :x")))
        .isInstanceOfSatisfying(
            DynamoDbException.class,
            error -> {
              assertThat(error.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
              assertThat(error.awsErrorDetails().errorMessage())
                  .isEqualTo(
                      "Invalid FilterExpression: Attribute name is a reserved keyword; reserved"
                          + " keyword: name");
            });
  }

  @Test
  void enhancedClientKeepsDocuments() {
    DynamoDbEnhancedClient enhanced =
        DynamoDbEnhancedClient.builder().dynamoDbClient(client).build();
    DynamoDbTable<EnhancedDocument> table =
        enhanced.table(
            TABLE,
            TableSchema.documentSchemaBuilder()
                .addIndexPartitionKey(TableMetadata.primaryIndexName(), "h", AttributeValueType.S)
                .addIndexSortKey(TableMetadata.primaryIndexName(), "r", AttributeValueType.N)
                .attributeConverterProviders(AttributeConverterProvider.defaultProvider())
                .build());
    for (int i = 0; i < 3; i++) {
      table.putItem(
          EnhancedDocument.builder()
              .attributeConverterProviders(AttributeConverterProvider.defaultProvider())
              .putString("h", "a")
              .putNumber("r", i)
              .putList("tags", List.of("tea", "x" + i), EnhancedType.of(String.class))
              .build());
    }
    Key second = Key.builder().partitionValue("a").sortValue(1).build();
    assertThat(table.getItem(second).getListOfUnknownType("tags"))
        .containsExactly(AttributeValue.fromS("tea"), AttributeValue.fromS("x1"));
    assertThat(
            table
                .query(QueryConditional.keyEqualTo(key -> key.partitionValue("a")))
                .items()
                .stream()
                .map(document -> document.getNumber("r").intValue()))
        .containsExactly(0, 1, 2);
    assertThatThrownBy(() ->
            table.putItem(
                PutItemEnhancedRequest.builder(EnhancedDocument.class)
                    .item(table.getItem(second))
                    .conditionExpression(
                        Expression.builder().expression("attribute_not_exists(h)").build())
                    .build()))
        .isInstanceOf(ConditionalCheckFailedException.class);
    enhanced.transactWriteItems(transaction -> transaction.addDeleteItem(table, second));
    assertThat(table.getItem(second)).isNull();
    assertThat(table.scan().items().stream()).hasSize(2);
  }
}
