package dev.skybridge.dynamodb.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.dynamodb.model.AttributeReader;
import dev.skybridge.dynamodb.model.AttributeValue;
import dev.skybridge.dynamodb.model.Item;
import dev.skybridge.dynamodb.model.ValidationException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Texts of tokens in any order: each is parsed and evaluated or refused with DynamoDB's error, and
 * never anything else. {@code -Dskybridge.fuzz.seconds=300} makes a run so long, {@code
 * -Dskybridge.fuzz.seed} repeats one.
 */
class ParserFuzzTest {
  private static final int FEW = 20_000;
  private static final Item ITEM = AttributeReader.item("Item", Cases.json("item.json"));
  private static final List<KeyAttribute> HASH =
      List.of(new KeyAttribute("s", AttributeValue.Type.S));
  private static final List<String> TOKENS =
      List.of(
          "a",
          "s",
          "n",
          "m.a",
          "l[0]",
          "#n",
          ":v",
          ":w",
          "#",
          ":",
          "(",
          ")",
          "((",
          "))",
          ",",
          ".",
          "[",
          "]",
          "0",
          "01",
          "99999999999",
          "=",
          "<>",
          "<",
          "<=",
          ">",
          ">=",
          "+",
          "-",
          "AND",
          "or",
          "NOT",
          "BETWEEN",
          "in",
          "SET",
          "REMOVE",
          "ADD",
          "DELETE",
          "size",
          "size(",
          "begins_with(",
          "contains(",
          "attribute_exists(",
          "attribute_type(",
          "if_not_exists(",
          "list_append(",
          "foo(",
          "name",
          " ",
          "  ",
          "\n",
          "$",
          "é",
          "😀",
          "\u0000");

  @Test
  @Timeout(1200)
  void anyTextIsParsedOrRefused() {
    long seed = Long.getLong("skybridge.fuzz.seed", System.nanoTime());
    int seconds = Integer.getInteger("skybridge.fuzz.seconds", 0);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    Random random = new Random(seed);
    int refused = 0;
    int texts = 0;
    while (seconds == 0 ? texts < FEW : System.nanoTime() < end) {
      String text = text(random);
      int kind = random.nextInt(5);
      try {
        parse(text, kind);
      } catch (ValidationException expected) {
        refused++;
      } catch (RuntimeException e) {
        throw new AssertionError(
            "seed " + seed + ", text " + texts + ", kind " + kind + ": " + text, e);
      }
      texts++;
    }
    assertThat(refused).as("seed %d: both must occur", seed).isBetween(1, texts - 1);
  }

  @Test
  void longTextIsParsedInTime() {
    Random random = new Random(1);
    StringBuilder text = new StringBuilder("SET ");
    while (text.length() < 4000) {
      text.append(TOKENS.get(random.nextInt(TOKENS.size())));
    }
    assertThatCode(() -> parse(text.toString(), 4)).isInstanceOf(ValidationException.class);
    for (String nested : List.of("(", "size(", "NOT ", "NOT (", "a[0].", "a AND (", "a=:v AND (")) {
      String deep = nested.repeat(4096 / nested.length());
      assertTimeoutPreemptively(
          Duration.ofSeconds(5),
          () ->
              assertThatCode(() -> parse(deep, 0))
                  .as(nested)
                  .isInstanceOf(ValidationException.class));
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int length = 1 + random.nextInt(14);
    for (int i = 0; i < length; i++) {
      text.append(TOKENS.get(random.nextInt(TOKENS.size())));
      text.append(random.nextInt(3) == 0 ? "" : " ");
    }
    return text.toString();
  }

  private static void parse(String text, int kind) {
    ObjectNode request = new ObjectMapper().createObjectNode();
    request.putObject("ExpressionAttributeNames").put("#n", "n");
    request.putObject("ExpressionAttributeValues").putObject(":v").put("S", "a");
    Placeholders placeholders = Placeholders.read(request);
    switch (kind) {
      case 0 -> ConditionExpression.parse(text, placeholders).holds(ITEM);
      case 1 -> ConditionExpression.parseFilter(text, placeholders).holds(ITEM);
      case 2 -> KeyConditionExpression.parse(text, placeholders).of(HASH, List.of(), "");
      case 3 -> ProjectionExpression.parse(text, placeholders).of(ITEM);
      default -> UpdateExpression.parse(text, placeholders).apply(ITEM);
    }
  }
}
