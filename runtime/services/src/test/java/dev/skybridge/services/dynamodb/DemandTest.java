package dev.skybridge.services.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Context;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which rights a request needs. */
class DemandTest {
  private static final Scope SCOPE =
      new Scope(new AccountId("444455556666"), new Region("eu-central-1"));
  private static final String TABLE = " arn:aws:dynamodb:eu-central-1:444455556666:table/";

  @Test
  void oneTableNeedsOneRight() {
    assertThat(demands("PutItem", "{'TableName':'orders','Item':{}}"))
        .containsExactly("dynamodb:PutItem" + TABLE + "orders");
    assertThat(demands("Query", "{'TableName':'orders','IndexName':'by-day'}"))
        .containsExactly("dynamodb:Query" + TABLE + "orders/index/by-day");
  }

  @Test
  void aBatchNeedsARightOnEachTable() {
    assertThat(demands("BatchGetItem", "{'RequestItems':{'one':{},'two':{}}}"))
        .containsExactly(
            "dynamodb:BatchGetItem" + TABLE + "one", "dynamodb:BatchGetItem" + TABLE + "two");
  }

  @Test
  void aTransactionNeedsTheRightsOfItsParts() {
    assertThat(
            demands(
                "TransactWriteItems",
                "{'TransactItems':[{'Put':{'TableName':'one'}},{'Update':{'TableName':'one'}},"
                    + "{'Delete':{'TableName':'two'}},{'ConditionCheck':{'TableName':'two'}}]}"))
        .containsExactly(
            "dynamodb:PutItem" + TABLE + "one",
            "dynamodb:UpdateItem" + TABLE + "one",
            "dynamodb:DeleteItem" + TABLE + "two",
            "dynamodb:ConditionCheckItem" + TABLE + "two");
    assertThat(demands("TransactGetItems", "{'TransactItems':[{'Get':{'TableName':'one'}}]}"))
        .containsExactly("dynamodb:GetItem" + TABLE + "one");
  }

  @Test
  void whatIsAboutNoOneTableNeedsTheRightOnAll() {
    assertThat(demands("ListTables", "{}")).containsExactly("dynamodb:ListTables" + TABLE + "*");
    assertThat(demands("CreateTable", "{'TableName':'one'}"))
        .containsExactly("dynamodb:CreateTable" + TABLE + "one");
    assertThat(
            demands(
                "TagResource",
                "{'ResourceArn':'arn:aws:dynamodb:eu-central-1:444455556666:table/one'}"))
        .containsExactly("dynamodb:TagResource" + TABLE + "one");
  }

  @Test
  void policiesMayAskForKeysAndAttributes() {
    Context facts =
        facts(
            "Query",
            "{'TableName':'orders','KeyConditionExpression':'#p = :p AND begins_with(r, :r)',"
                + "'ExpressionAttributeNames':{'#p':'pk'},'ProjectionExpression':'r, note',"
                + "'ExpressionAttributeValues':{':p':{'S':'ORDER#1'},':r':{'S':'x'}}}");

    assertThat(facts.values("dynamodb:LeadingKeys")).containsExactly("ORDER#1");
    assertThat(facts.values("dynamodb:Attributes")).containsExactly("note", "pk", "r");
    assertThat(facts.values("dynamodb:Select")).containsExactly("SPECIFIC_ATTRIBUTES");
    assertThat(facts.values("aws:SourceVpce")).containsExactly("vpce-1");
    assertThat(facts.values("aws:VpcSourceIp")).containsExactly("10.0.0.7");
    assertThat(
            facts("PutItem", "{'TableName':'orders','Item':{'pk':{'S':'ORDER#2'}}}")
                .values("dynamodb:LeadingKeys"))
        .containsExactly("ORDER#2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pk = :v",
        "(pk) = :v",
        "pk = (:v)",
        ":v = pk",
        "(:v = #p)",
        "sk > :s AND :v=pk",
        "begins_with(sk, :s) AND (pk=:v)"
      })
  void aLeadingKeyIsFoundHoweverItIsWritten(String expression) {
    assertThat(
            facts(
                    "Query",
                    "{'TableName':'orders','KeyConditionExpression':'"
                        + expression
                        + "','ExpressionAttributeNames':{'#p':'pk'},"
                        + "'ExpressionAttributeValues':{':v':{'S':'ORDER#1'},':s':{'S':'x'}}}")
                .values("dynamodb:LeadingKeys"))
        .containsExactly("ORDER#1");
  }

  @Test
  void aTableNamedByItsArnIsThatTable() {
    String arn = "arn:aws:dynamodb:eu-central-1:777788889999:table/one";
    assertThat(demands("GetItem", "{'TableName':'" + arn + "'}"))
        .containsExactly("dynamodb:GetItem " + arn);
    assertThat(demands("Query", "{'TableName':'" + arn + "','IndexName':'by-day'}"))
        .containsExactly("dynamodb:Query " + arn + "/index/by-day");
    assertThat(demands("BatchGetItem", "{'RequestItems':{'" + arn + "':{}}}"))
        .containsExactly("dynamodb:BatchGetItem " + arn);
    assertThat(demands("GetItem", "{'TableName':'arn:aws:s3:::one'}"))
        .containsExactly("dynamodb:GetItem" + TABLE + "arn:aws:s3:::one");
  }

  @Test
  void policiesMayAskForTheAttributesOfABatch() {
    assertThat(
            facts(
                    "BatchWriteItem",
                    "{'RequestItems':{'orders':[{'PutRequest':{'Item':{'pk':{'S':'ORDER#1'},'secret':{'S':'x'}}}},"
                        + "{'DeleteRequest':{'Key':{'pk':{'S':'ORDER#2'},'sk':{'S':'y'}}}}]}}")
                .values("dynamodb:Attributes"))
        .containsExactly("pk", "secret", "sk");
    assertThat(
            facts(
                    "BatchGetItem",
                    "{'RequestItems':{'orders':{'Keys':[{'pk':{'S':'ORDER#1'},'sk':{'S':'y'}}],"
                        + "'ProjectionExpression':'note'}}}")
                .values("dynamodb:Attributes"))
        .containsExactly("note", "pk", "sk");
  }

  private static List<String> demands(String operation, String body) {
    return Demand.of(operation, json(body), SCOPE).stream()
        .map(demand -> demand.action() + " " + demand.resource())
        .toList();
  }

  private static Context facts(String operation, String body) {
    Caller caller =
        new Caller(
            SCOPE.region(),
            Optional.of("vpce-1"),
            Optional.of("vpc-1"),
            "10.0.0.7",
            Optional.empty());
    return ConditionFacts.of(
        ConditionFacts.of(caller, Instant.EPOCH),
        Demand.of(operation, json(body), SCOPE).getFirst(),
        Optional.of("pk"));
  }

  private static JsonNode json(String text) {
    return AwsJson.parse(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }
}
