package dev.skybridge.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a table's owner sets, and that it is there after a start. */
class TableSettingsTest {
  private static final String ARN = "arn:aws:dynamodb:eu-central-1:111122223333:table/things";

  @TempDir Path folder;

  private DynamoDbEngine engine;
  private Calls calls;

  @BeforeEach
  void open() {
    start();
    calls.ok(
        "CreateTable",
        """
        {'TableName':'things','AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}],
         'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],
         'ProvisionedThroughput':{'ReadCapacityUnits':5,'WriteCapacityUnits':6},
         'Tags':[{'Key':'team','Value':'blue'}]}
        """);
  }

  private void start() {
    engine = DynamoDbEngine.open(folder);
    calls = new Calls(engine);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private JsonNode afterAStart() {
    engine.close();
    start();
    return calls.ok("DescribeTable", "{'TableName':'things'}").path("Table");
  }

  @Test
  void billingAndThroughputAreKept() {
    assertThat(afterAStart().at("/ProvisionedThroughput/WriteCapacityUnits").asInt()).isEqualTo(6);
    calls.ok("UpdateTable", "{'TableName':'things','BillingMode':'PAY_PER_REQUEST'}");
    JsonNode table = afterAStart();
    assertThat(table.at("/BillingModeSummary/BillingMode").asText()).isEqualTo("PAY_PER_REQUEST");
    assertThat(table.at("/ProvisionedThroughput/WriteCapacityUnits").asInt()).isZero();
    assertThat(table.path("TableArn").asText()).isEqualTo(ARN);
  }

  @Test
  void protectedTableIsNotDeleted() {
    calls.ok("UpdateTable", "{'TableName':'things','DeletionProtectionEnabled':true}");
    assertThat(calls.refusal("DeleteTable", "{'TableName':'things'}"))
        .isEqualTo(
            "ValidationException: Resource cannot be deleted as it is currently protected against"
                + " deletion. Disable deletion protection first.");
    assertThat(afterAStart().path("DeletionProtectionEnabled").asBoolean()).isTrue();
  }

  @Test
  void tagsAreKept() {
    calls.ok(
        "TagResource", "{'ResourceArn':'%s','Tags':[{'Key':'env','Value':'dev'}]}".formatted(ARN));
    calls.ok("UntagResource", "{'ResourceArn':'%s','TagKeys':['team']}".formatted(ARN));
    afterAStart();
    assertThat(calls.ok("ListTagsOfResource", "{'ResourceArn':'%s'}".formatted(ARN)))
        .isEqualTo(Calls.json("{'Tags':[{'Key':'env','Value':'dev'}]}"));
  }

  @Test
  void pointInTimeRecoveryIsRecorded() {
    calls.ok(
        "UpdateContinuousBackups",
        """
        {'TableName':'things','PointInTimeRecoverySpecification':{
         'PointInTimeRecoveryEnabled':true,'RecoveryPeriodInDays':7}}
        """);
    afterAStart();
    JsonNode recovery =
        calls
            .ok("DescribeContinuousBackups", "{'TableName':'things'}")
            .at("/ContinuousBackupsDescription/PointInTimeRecoveryDescription");
    assertThat(recovery.path("PointInTimeRecoveryStatus").asText()).isEqualTo("ENABLED");
    assertThat(recovery.path("RecoveryPeriodInDays").asInt()).isEqualTo(7);
    assertThat(calls.refusal("DescribeContinuousBackups", "{'TableName':'other'}"))
        .isEqualTo("TableNotFoundException: Table not found: other");
  }

  @Test
  void expiryIsKeptAndDescribed() {
    calls.ok(
        "UpdateTimeToLive",
        "{'TableName':'things','TimeToLiveSpecification':{'AttributeName':'t','Enabled':true}}");
    afterAStart();
    Await.until(() ->
        calls
            .ok("DescribeTimeToLive", "{'TableName':'things'}")
            .equals(
                Calls.json(
                    "{'TimeToLiveDescription':{'TimeToLiveStatus':'ENABLED','AttributeName':'t'}}")));
  }

  @Test
  void streamsAreRefused() {
    assertThat(
            calls.refusal(
                "UpdateTable",
                """
                {'TableName':'things',
                 'StreamSpecification':{'StreamEnabled':true,'StreamViewType':'NEW_IMAGE'}}
                """))
        .isEqualTo(
            "ValidationException: One or more parameter values were invalid: StreamSpecification:"
                + " streams are not served here; leave StreamEnabled false");
  }

  @Test
  void legacyParameterIsRefusedWithWhatToUse() {
    assertThat(
            calls.refusal(
                "UpdateItem",
                """
                {'TableName':'things','Key':{'pk':{'S':'a'}},
                 'AttributeUpdates':{'a':{'Action':'PUT','Value':{'N':'1'}}}}
                """))
        .isEqualTo(
            "ValidationException: AttributeUpdates is a legacy parameter that is not served; use"
                + " UpdateExpression");
  }

  @Test
  void unknownOperationIsRefused() {
    assertThat(calls.refusal("ExecuteStatement", "{'Statement':'SELECT * FROM things'}"))
        .isEqualTo("UnknownOperationException: An unknown operation was requested.");
  }

  @Test
  void requestThatIsNoJsonIsRefused() {
    assertThat(calls.refusal("ListTables", "{")).startsWith("SerializationException: ");
    assertThat(calls.refusal("ListTables", "")).startsWith("SerializationException: ");
  }

  @Test
  void endpointIsTheRegions() {
    assertThat(calls.ok("DescribeEndpoints", "{}").at("/Endpoints/0/Address").asText())
        .isEqualTo("dynamodb.eu-central-1.amazonaws.com");
  }
}
