package dev.skybridge.orders;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * The table against Amazon's DynamoDB Local, which the module {@code runtime/dynamodb-local}
 * fetches; skipped where that has not run.
 */
final class DynamoDbLocalTest extends OrderTableContract {
  private static final Path LIBRARY =
      Path.of("..", "..", "runtime", "dynamodb-local", "target", "lib").toAbsolutePath();
  private static final String INDEX = "orders-by-day";

  private static @Nullable DynamoDbLocalProcess process;
  private static @Nullable DynamoDbClient client;
  private static @Nullable DynamoDbClient patient;

  private final OrderTable table = newTable();

  @BeforeAll
  static void start() throws Exception {
    assumeTrue(Files.isDirectory(LIBRARY), () -> "DynamoDB Local is not in " + LIBRARY.normalize());
    process = new DynamoDbLocalProcess(LIBRARY);
    client = at(DynamoDbOrderTable.tuned(DynamoDbClient.builder()), process.uri());
    // Its first answers take seconds: patience is for who makes tables, not for the table.
    patient =
        at(
            DynamoDbClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()),
            process.uri());
  }

  @AfterAll
  static void stop() {
    if (client != null) {
      client.close();
    }
    if (patient != null) {
      patient.close();
    }
    if (process != null) {
      process.close();
    }
  }

  @Override
  OrderTable table() {
    return table;
  }

  /** An empty table, laid out as Terraform does it. */
  private static OrderTable newTable() {
    DynamoDbClient dynamoDb = Objects.requireNonNull(client);
    String name = "orders-" + UUID.randomUUID();
    dynamoDb.createTable(create ->
        create
            .tableName(name)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(string("pk"), string("dayShard"), string("orderedAt"))
            .keySchema(key("pk", KeyType.HASH))
            .globalSecondaryIndexes(
                GlobalSecondaryIndex.builder()
                    .indexName(INDEX)
                    .keySchema(key("dayShard", KeyType.HASH), key("orderedAt", KeyType.RANGE))
                    .projection(projection -> projection.projectionType(ProjectionType.ALL))
                    .build()));
    return new DynamoDbOrderTable(Objects.requireNonNull(client), name, INDEX);
  }

  private static DynamoDbClient at(DynamoDbClientBuilder builder, URI endpoint) {
    return builder
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("example", "example")))
        .endpointOverride(endpoint)
        .build();
  }

  private static AttributeDefinition string(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }
}
