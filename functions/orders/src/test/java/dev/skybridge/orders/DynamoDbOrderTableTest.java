package dev.skybridge.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the table asks of DynamoDB, and what it makes of the answers. */
final class DynamoDbOrderTableTest {
  private static final Order ORDER = InMemoryOrderTable.order("2026-11-23T10:00:00Z", 1);
  private static final DayShards DAY = DayShards.parse("2026-11-23#4");
  private static final DayShard SHARD = DAY.all().getFirst();
  private static final Claim CLAIM =
      Claim.of(
          "key",
          new OrderRequest(ORDER.fullName(), ORDER.option()),
          ORDER.id(),
          Instant.parse("2026-11-24T10:00:00Z"));
  private static final String ITEM =
      """
      {"pk":{"S":"ORDER#%s"},"dayShard":{"S":"2026-11-23#0"},"orderedAt":{"S":"%s"},
       "fullName":{"S":"Max Mustermann"},"option":{"S":"tea"}}
      """
          .formatted(ORDER.id(), ORDER.position());

  private final ScriptedDynamoDb dynamoDb = new ScriptedDynamoDb();
  private final DynamoDbClient client = client(dynamoDb);
  private final OrderTable table = new DynamoDbOrderTable(client, "orders", "orders-by-day");

  @AfterEach
  void close() {
    client.close();
    dynamoDb.close();
  }

  @Test
  void asksAsWrittenInTheRequestFiles() throws IOException {
    table.find(ORDER.id());
    table.days();
    table.newest(SHARD, null, 20);
    table.newest(SHARD, ORDER.position(), 20);
    table.place(ORDER, SHARD, null, null);
    table.place(ORDER, SHARD, DAY, CLAIM);

    StringBuilder requests = new StringBuilder();
    for (ScriptedDynamoDb.Asked asked : dynamoDb.asked()) {
      requests.append(asked.operation()).append('\n').append(asked.sorted()).append("\n\n");
    }
    assertThat(requests.toString())
        .isEqualTo(Files.readString(Path.of("src", "test", "resources", "requests.txt")));
    assertThat(dynamoDb.asked().getLast().body().path("ClientRequestToken").asText())
        .as("the SDK's repeats of a transaction are one")
        .isNotEmpty();
  }

  @Test
  void aQueryGoesOnWhereItsAnswerWasCut() {
    dynamoDb
        .reply(200, "{\"Items\":[" + ITEM + "],\"LastEvaluatedKey\":{\"pk\":{\"S\":\"x\"}}}")
        .reply(200, "{\"Items\":[],\"LastEvaluatedKey\":{\"pk\":{\"S\":\"y\"}}}")
        .reply(200, "{\"Items\":[" + ITEM + "]}");

    assertThat(table.newest(SHARD, null, 20)).containsExactly(ORDER, ORDER);
    assertThat(dynamoDb.asked())
        .extracting(asked -> asked.body().at("/ExclusiveStartKey/pk/S").asText())
        .containsExactly("", "x", "y");
    assertThat(dynamoDb.asked().getLast().body().get("Limit").intValue()).isEqualTo(19);
  }

  @Test
  void aConflictOfTransactionsIsBusy() {
    cancel("{\"Code\":\"TransactionConflict\"},{\"Code\":\"None\"},{\"Code\":\"None\"}");

    assertThat(table.place(ORDER, SHARD, DAY, CLAIM)).isEqualTo(new OrderTable.Outcome.Busy());
  }

  @Test
  void anEarlierClaimIsReadFromTheReason() {
    cancel(
        "{\"Code\":\"ConditionalCheckFailed\",\"Item\":" + claimItem() + "},{\"Code\":\"None\"}");

    assertThat(table.place(ORDER, SHARD, null, CLAIM))
        .isEqualTo(new OrderTable.Outcome.Claimed(CLAIM));
    assertThat(dynamoDb.asked()).hasSize(1);
  }

  @Test
  void anEarlierClaimIsReadFromTheTableWhereTheReasonHasNone() {
    cancel("{\"Code\":\"ConditionalCheckFailed\"},{\"Code\":\"None\"}");
    dynamoDb.reply(200, "{\"Item\":" + claimItem() + "}");

    assertThat(table.place(ORDER, SHARD, null, CLAIM))
        .isEqualTo(new OrderTable.Outcome.Claimed(CLAIM));
  }

  @Test
  void anEarlierClaimThatIsGoneMeanwhileIsBusy() {
    cancel("{\"Code\":\"ConditionalCheckFailed\"},{\"Code\":\"None\"}");

    assertThat(table.place(ORDER, SHARD, null, CLAIM)).isEqualTo(new OrderTable.Outcome.Busy());
  }

  @ParameterizedTest
  @CsvSource({
    "ThrottlingError, true",
    "ProvisionedThroughputExceeded, true",
    "ValidationError, false",
    "ItemCollectionSizeLimitExceeded, false"
  })
  void anotherCancellationIsTrouble(String code, boolean passing) {
    cancel("{\"Code\":\"None\"},{\"Code\":\"" + code + "\",\"Message\":\"Max\"}");

    assertThatThrownBy(() -> table.place(ORDER, SHARD, null, CLAIM))
        .isInstanceOfSatisfying(
            TableException.class, e -> assertThat(e.passing()).isEqualTo(passing))
        .hasMessage("transaction canceled: [None, " + code + "]");
  }

  @ParameterizedTest
  @CsvSource({
    "400, ProvisionedThroughputExceededException, 3, true",
    "400, ThrottlingException, 3, true",
    "500, InternalServerError, 3, true",
    "503, ServiceUnavailable, 3, true",
    "400, AccessDeniedException, 1, false",
    "400, ResourceNotFoundException, 1, false",
    "400, ValidationException, 1, false",
    "403, UnrecognizedClientException, 1, false"
  })
  void troubleIsNamedWithoutTheServicesWords(int status, String code, int asked, boolean passing) {
    dynamoDb.fail(9, status, code);

    for (Runnable call :
        List.<Runnable>of(
            () -> table.find(ORDER.id()), () -> table.place(ORDER, SHARD, null, CLAIM))) {
      int before = dynamoDb.asked().size();
      assertThatThrownBy(call::run)
          .isInstanceOfSatisfying(
              TableException.class, e -> assertThat(e.passing()).isEqualTo(passing))
          .hasMessage(code + ", status " + status + ", request REQUEST");
      assertThat(dynamoDb.asked().size() - before).isEqualTo(asked);
      dynamoDb.fail(asked, status, code);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', item without orderedAt",
    "'\"orderedAt\":{\"N\":\"1\"}', item without orderedAt",
    "'\"orderedAt\":{\"S\":\"yesterday\"}', item with a wrong orderedAt"
  })
  void anItemThatIsNoOrderIsTrouble(String attributes, String message) {
    dynamoDb.reply(
        200,
        "{\"Item\":{" + attributes + (attributes.isEmpty() ? "" : ",") + "\"pk\":{\"S\":\"x\"}}}");

    assertThatThrownBy(() -> table.find(ORDER.id()))
        .isInstanceOf(TableException.class)
        .hasMessage(message);
  }

  private void cancel(String reasons) {
    dynamoDb.reply(
        400,
        """
        {"__type":"com.amazonaws.dynamodb.v20120810#TransactionCanceledException",
         "message":"Transaction cancelled","CancellationReasons":[%s]}
        """
            .formatted(reasons));
  }

  private static String claimItem() {
    return """
    {"pk":{"S":"IDEMPOTENCY#%s"},"fingerprint":{"S":"%s"},"orderId":{"S":"%s"},
     "expiresAt":{"N":"%d"}}
    """
        .formatted(
            CLAIM.keyHash(),
            CLAIM.fingerprint(),
            CLAIM.orderId(),
            CLAIM.expiresAt().getEpochSecond());
  }

  private static DynamoDbClient client(ScriptedDynamoDb dynamoDb) {
    return DynamoDbOrderTable.tuned(DynamoDbClient.builder())
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("example", "example")))
        .endpointOverride(dynamoDb.uri())
        .build();
  }
}
