package dev.skybridge.dynamodb.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.dynamodb.model.Item;
import dev.skybridge.dynamodb.model.ValidationException;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits, at the last that is allowed and the first that is not. */
class ExpressionLimitsTest {
  private static final String TOO_MANY =
      "Invalid ConditionExpression: The expression contains too many operators; operator count:"
          + " 301";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "q = :n",
        "q BETWEEN :n AND :n",
        "q IN (:n)",
        "attribute_exists(q) AND :n = :n",
        "NOT q=:n"
      })
  void threeHundredOperatorsAreAllowed(String test) {
    int each = test.contains("AND :n = :n") ? 4 : test.startsWith("NOT") ? 3 : 2;
    int most = 301 / each;
    assertThat(condition(repeat(test, most, " OR ")).holds(Item.EMPTY)).isIn(true, false);
    assertThatThrownBy(() -> condition(repeat(test, most + 1, " OR ")))
        .isInstanceOf(ValidationException.class)
        .hasMessage(TOO_MANY);
  }

  @Test
  void sizeCountsAsAnOperator() {
    assertThat(condition(repeat("size(q) = :n", 100, " OR ")).holds(Item.EMPTY)).isFalse();
    assertThatThrownBy(() -> condition(repeat("size(q) = :n", 101, " OR "))).hasMessage(TOO_MANY);
  }

  @Test
  void hundredCandidatesAreAllowed() {
    assertThat(condition("q IN (" + repeat(":n", 100, ",") + ")").holds(Item.EMPTY)).isFalse();
    assertThatThrownBy(() -> condition("q IN (" + repeat(":n", 101, ",") + ")"))
        .hasMessage(
            "Invalid ConditionExpression: The IN operator is provided with too many operands;"
                + " number of operands: 101");
  }

  @Test
  void pathHasThirtyTwoSteps() {
    assertThat(condition("a" + repeat(".a", 31, "") + " = :n").holds(Item.EMPTY)).isFalse();
    assertThatThrownBy(() -> condition("a" + repeat("[0]", 32, "") + " = :n"))
        .hasMessage(
            "Invalid ConditionExpression: The document path has too many nesting levels; nesting"
                + " levels: 33");
  }

  @Test
  void expressionHasFourKilobytes() {
    assertThat(condition("q = :n" + repeat(" ", 4090, "")).holds(Item.EMPTY)).isFalse();
    assertThatThrownBy(() -> condition("q = :n" + repeat(" ", 4091, "")))
        .hasMessage(
            "Invalid ConditionExpression: Expression size has exceeded the maximum allowed size;"
                + " expression size: 4097");
    assertThatThrownBy(() -> UpdateExpression.parse("SET q = :n" + repeat(" ", 4087, ""), values()))
        .hasMessage(
            "Invalid UpdateExpression: Expression size has exceeded the maximum allowed size;");
  }

  @Test
  void updateHasThreeHundredOperators() {
    assertThat(UpdateExpression.parse(sums(300), values()).apply(Item.EMPTY).attributes())
        .hasSize(300);
    assertThatThrownBy(() -> UpdateExpression.parse(sums(301), values()))
        .hasMessage(
            "Invalid UpdateExpression: The expression contains too many operators; operator"
                + " count: 301");
  }

  @Test
  void manyParenthesesAreRefusedWithoutDeepRecursion() {
    assertThatThrownBy(() -> condition(repeat("(", 2000, "") + "q=:n" + repeat(")", 2000, "")))
        .hasMessage("Invalid ConditionExpression: The expression has redundant parentheses;");
    assertThatThrownBy(() -> condition(repeat("NOT ", 1000, "") + "q=:n")).hasMessage(TOO_MANY);
  }

  private static ConditionExpression condition(String text) {
    return ConditionExpression.parse(text, values());
  }

  private static String sums(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "z" + Integer.toString(i, 36) + "=:n+:n")
        .collect(Collectors.joining(",", "SET ", ""));
  }

  private static String repeat(String text, int count, String between) {
    return String.join(between, Collections.nCopies(count, text));
  }

  private static Placeholders values() {
    ObjectNode request = new ObjectMapper().createObjectNode();
    request.putObject("ExpressionAttributeValues").putObject(":n").put("N", "1");
    return Placeholders.read(request);
  }
}
