package dev.skybridge.dynamodb.expression;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skybridge.dynamodb.model.AttributeReader;
import dev.skybridge.dynamodb.model.AttributeValue;
import dev.skybridge.dynamodb.model.Item;
import dev.skybridge.dynamodb.model.ValidationException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The case files: an expression with its placeholders, beside DynamoDB's answer for {@code
 * cases/item.json}, or its error.
 */
class ExpressionCasesTest {
  private static final Item ITEM = AttributeReader.item("Item", Cases.json("item.json"));

  /** What became of an expression: a result, or an error's message. */
  private record Outcome(Object result, String error) {}

  @Test
  void conditionHoldsAsInDynamoDb() throws IOException {
    requireSame(
        "condition",
        test -> outcome(test, names -> ConditionExpression.parse(text(test), names).holds(ITEM)),
        test -> test.path("holds").asBoolean());
  }

  @Test
  void updateChangesAsInDynamoDb() throws IOException {
    requireSame(
        "update",
        test ->
            outcome(
                test,
                names -> {
                  UpdateExpression update = UpdateExpression.parse(text(test), names);
                  Item after = update.apply(ITEM);
                  return List.of(after, update.updated(after), update.updated(ITEM));
                }),
        test -> List.of(item(test, "after"), item(test, "updatedNew"), item(test, "updatedOld")));
  }

  @Test
  void projectionKeepsWhatDynamoDbKeeps() throws IOException {
    requireSame(
        "projection",
        test -> outcome(test, names -> ProjectionExpression.parse(text(test), names).of(ITEM)),
        test -> item(test, "item"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"s", "sn", "ss", "nb"})
  void keyConditionIsTakenOrRefusedAsInDynamoDb(String key) throws IOException {
    requireSame(
        "key-condition-" + key,
        test ->
            outcome(
                test,
                names -> {
                  KeyConditionExpression parsed = KeyConditionExpression.parse(text(test), names);
                  parsed.of(key(test.get("partition")), key(test.get("sort")), "");
                  return true;
                }),
        test -> test.path("accepted").asBoolean());
  }

  private static void requireSame(
      String file, Function<JsonNode, Outcome> ours, Function<JsonNode, Object> theirs)
      throws IOException {
    List<String> differences = new ArrayList<>();
    List<JsonNode> tests = Cases.lines(file + ".jsonl").toList();
    assertThat(tests).isNotEmpty();
    for (JsonNode test : tests) {
      Outcome outcome = ours.apply(test);
      String error = test.path("error").asText();
      if (!outcome.error().equals(error)
          || (error.isEmpty() && !outcome.result().equals(theirs.apply(test)))) {
        differences.add(test + " but here: " + outcome);
      }
    }
    assertThat(differences).isEmpty();
  }

  private static Outcome outcome(JsonNode test, Function<Placeholders, Object> evaluation) {
    try {
      Placeholders placeholders = Placeholders.read(test);
      Object result = evaluation.apply(placeholders);
      placeholders.requireAllUsed();
      return new Outcome(result, "");
    } catch (ValidationException e) {
      return new Outcome("", e.text());
    }
  }

  private static String text(JsonNode test) {
    return test.get("expression").textValue();
  }

  private static Item item(JsonNode test, String field) {
    return test.has(field) ? AttributeReader.item("Item", test.get(field)) : Item.EMPTY;
  }

  private static List<KeyAttribute> key(JsonNode attributes) {
    return attributes.properties().stream()
        .map(attribute ->
            new KeyAttribute(
                attribute.getKey(), AttributeValue.Type.valueOf(attribute.getValue().textValue())))
        .toList();
  }
}
