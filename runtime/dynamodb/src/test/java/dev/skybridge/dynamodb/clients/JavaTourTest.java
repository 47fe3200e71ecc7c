package dev.skybridge.dynamodb.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skybridge.dynamodb.DynamoDbEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverterProvider;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableMetadata;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.enhanced.dynamodb.model.ReadBatch;
import software.amazon.awssdk.enhanced.dynamodb.model.WriteBatch;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateGlobalSecondaryIndexAction;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.Tag;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * The AWS SDK for Java 2 takes a tour of all operations, and its enhanced client of all its own.
 */
class JavaTourTest {
  private static final String TABLE = "orders";

  @TempDir Path folder;

  private static Map<String, AttributeValue> key(int number) {
    return Map.of("h", AttributeValue.fromN("" + number));
  }

  @Test
  void lowLevelClientTakesATourOfAllOperations() throws IOException {
    try (DynamoDbEngine engine = DynamoDbEngine.open(folder);
        TestingHttpDoor door = new TestingHttpDoor(engine);
        DynamoDbClient client = door.client()) {
      String arn = table(client);
      settings(client, arn);
      items(client);
      client.deleteTable(delete -> delete.tableName(TABLE));
      assertThat(client.listTables().tableNames()).isEmpty();
      assertThat(door.served()).isEqualTo(Operations.ALL);
    }
  }

  private static String table(DynamoDbClient client) {
    client.createTable(create ->
        create
            .tableName(TABLE)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(definition("h"))
            .keySchema(element("h")));
    client.updateTable(update ->
        update
            .tableName(TABLE)
            .attributeDefinitions(definition("h"), definition("n"))
            .globalSecondaryIndexUpdates(
                GlobalSecondaryIndexUpdate.builder().create(JavaTourTest::index).build()));
    client.waiter().waitUntilTableExists(table -> table.tableName(TABLE));
    return client.describeTable(table -> table.tableName(TABLE)).table().tableArn();
  }

  private static void index(CreateGlobalSecondaryIndexAction.Builder index) {
    index
        .indexName("by-n")
        .keySchema(element("n"))
        .projection(projection -> projection.projectionType(ProjectionType.KEYS_ONLY));
  }

  private static AttributeDefinition definition(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.N)
        .build();
  }

  private static KeySchemaElement element(String name) {
    return KeySchemaElement.builder().attributeName(name).keyType(KeyType.HASH).build();
  }

  private static void settings(DynamoDbClient client, String arn) {
    Tag tag = Tag.builder().key("stage").value("test").build();
    client.tagResource(
        tags -> tags.resourceArn(arn).tags(tag, Tag.builder().key("team").value("tea").build()));
    client.untagResource(tags -> tags.resourceArn(arn).tagKeys("team"));
    assertThat(client.listTagsOfResource(tags -> tags.resourceArn(arn)).tags())
        .containsExactly(tag);
    client.updateTimeToLive(update ->
        update
            .tableName(TABLE)
            .timeToLiveSpecification(expiry -> expiry.attributeName("expires").enabled(true)));
    assertThat(
            client
                .describeTimeToLive(table -> table.tableName(TABLE))
                .timeToLiveDescription()
                .timeToLiveStatus())
        .isIn(TimeToLiveStatus.ENABLING, TimeToLiveStatus.ENABLED);
    client.updateContinuousBackups(update ->
        update
            .tableName(TABLE)
            .pointInTimeRecoverySpecification(
                recovery -> recovery.pointInTimeRecoveryEnabled(true)));
    assertThat(
            client
                .describeContinuousBackups(table -> table.tableName(TABLE))
                .continuousBackupsDescription()
                .pointInTimeRecoveryDescription()
                .pointInTimeRecoveryStatus())
        .isEqualTo(PointInTimeRecoveryStatus.ENABLED);
    assertThat(client.describeEndpoints().endpoints()).isNotEmpty();
  }

  private static void items(DynamoDbClient client) {
    client.putItem(put ->
        put.tableName(TABLE).item(key(1)).returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
    client.updateItem(update ->
        update
            .tableName(TABLE)
            .key(key(1))
            .updateExpression("SET n = :n")
            .expressionAttributeValues(Map.of(":n", AttributeValue.fromN("7"))));
    Map<String, AttributeValue> first =
        Map.of("h", AttributeValue.fromN("1"), "n", AttributeValue.fromN("7"));
    assertThat(client.getItem(get -> get.tableName(TABLE).key(key(1))).item()).isEqualTo(first);
    client.batchWriteItem(batch ->
        batch.requestItems(
            Map.of(
                TABLE,
                List.of(
                    WriteRequest.builder().putRequest(put -> put.item(key(2))).build(),
                    WriteRequest.builder().deleteRequest(gone -> gone.key(key(9))).build()))));
    assertThat(
            client
                .batchGetItem(batch ->
                    batch.requestItems(
                        Map.of(
                            TABLE,
                            KeysAndAttributes.builder().keys(List.of(key(2), key(9))).build())))
                .responses())
        .isEqualTo(Map.of(TABLE, List.of(key(2))));
    client.transactWriteItems(transaction ->
        transaction.transactItems(
            TransactWriteItem.builder().put(put -> put.tableName(TABLE).item(key(3))).build(),
            TransactWriteItem.builder()
                .delete(delete -> delete.tableName(TABLE).key(key(2)))
                .build()));
    assertThat(
            client
                .transactGetItems(transaction ->
                    transaction.transactItems(
                        TransactGetItem.builder()
                            .get(get -> get.tableName(TABLE).key(key(3)))
                            .build()))
                .responses()
                .getFirst()
                .item())
        .isEqualTo(key(3));
    assertThat(
            client
                .query(query ->
                    query
                        .tableName(TABLE)
                        .indexName("by-n")
                        .keyConditionExpression("n = :n")
                        .expressionAttributeValues(Map.of(":n", AttributeValue.fromN("7"))))
                .items())
        .containsExactly(first);
    client.deleteItem(delete -> delete.tableName(TABLE).key(key(3)));
    assertThat(client.scan(scan -> scan.tableName(TABLE)).items()).containsExactly(first);
  }

  @Test
  void enhancedClientTakesATourOfItsOperations() throws IOException {
    try (DynamoDbEngine engine = DynamoDbEngine.open(folder);
        TestingHttpDoor door = new TestingHttpDoor(engine);
        DynamoDbClient client = door.client()) {
      DynamoDbEnhancedClient enhanced =
          DynamoDbEnhancedClient.builder().dynamoDbClient(client).build();
      DynamoDbTable<EnhancedDocument> table =
          enhanced.table(
              TABLE,
              TableSchema.documentSchemaBuilder()
                  .addIndexPartitionKey(TableMetadata.primaryIndexName(), "h", AttributeValueType.N)
                  .attributeConverterProviders(AttributeConverterProvider.defaultProvider())
                  .build());
      table.createTable();
      assertThat(table.describeTable().table().tableName()).isEqualTo(TABLE);
      table.putItem(document(1, "tea"));
      table.updateItem(document(1, "milk"));
      Key second = Key.builder().partitionValue(2).build();
      enhanced.batchWriteItem(batch ->
          batch.writeBatches(
              WriteBatch.builder(EnhancedDocument.class)
                  .mappedTableResource(table)
                  .addPutItem(document(2, "water"))
                  .build()));
      assertThat(
              enhanced
                  .batchGetItem(batch ->
                      batch.readBatches(
                          ReadBatch.builder(EnhancedDocument.class)
                              .mappedTableResource(table)
                              .addGetItem(second)
                              .build()))
                  .resultsForTable(table)
                  .stream()
                  .map(document -> document.getString("drink")))
          .containsExactly("water");
      enhanced.transactWriteItems(transaction ->
          transaction.addPutItem(table, document(3, "beer")).addDeleteItem(table, second));
      assertThat(
              enhanced
                  .transactGetItems(transaction -> transaction.addGetItem(table, document(3, "")))
                  .getFirst()
                  .getItem(table)
                  .getString("drink"))
          .isEqualTo("beer");
      assertThat(table.getItem(document(1, "")).getString("drink")).isEqualTo("milk");
      assertThat(table.query(QueryConditional.keyEqualTo(key -> key.partitionValue(1))).items())
          .hasSize(1);
      assertThat(table.scan().items()).hasSize(2);
      table.deleteItem(document(1, ""));
      table.deleteTable();
      assertThat(door.served())
          .containsExactlyInAnyOrder(
              "BatchGetItem",
              "BatchWriteItem",
              "CreateTable",
              "DeleteItem",
              "DeleteTable",
              "DescribeTable",
              "GetItem",
              "PutItem",
              "Query",
              "Scan",
              "TransactGetItems",
              "TransactWriteItems",
              "UpdateItem");
    }
  }

  private static EnhancedDocument document(int number, String drink) {
    return EnhancedDocument.builder()
        .attributeConverterProviders(AttributeConverterProvider.defaultProvider())
        .putNumber("h", number)
        .putString("drink", drink)
        .build();
  }
}
