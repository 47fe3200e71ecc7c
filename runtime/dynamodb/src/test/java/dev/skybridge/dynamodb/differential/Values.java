package dev.skybridge.dynamodb.differential;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Attribute values of every type, edges among them, from pools small enough that they meet. */
final class Values {
  private static final List<String> STRINGS =
      List.of(
          "",
          "a",
          "ab",
          "abc",
          "b",
          "B",
          "é",
          "€",
          "😀",
          "a\u0000",
          "z".repeat(300),
          "1",
          "\uFFFD");
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-0",
          "1",
          "1.0",
          "-1",
          "2",
          "3.5",
          "10",
          "0.1",
          "1e2",
          "-100",
          "1E-130",
          "-1E-130",
          "9.9999999999999999999999999999999999999E+125",
          "-9.9999999999999999999999999999999999999E+125",
          "12345678901234567890123456789012345678",
          "0.00000001",
          "99",
          "100",
          "+7",
          ".5");
  private static final List<String> WRONG_NUMBERS =
      List.of("", "x", "1e126", "1e-131", "123456789012345678901234567890123456789", "NaN", "1 ");
  private static final List<String> BINARIES =
      List.of("", "AA==", "AAA=", "YQ==", "YWI=", "YWJj", "/w==", "gA==", "fw==");

  private final Random random;
  private final boolean heavy;

  /** How many mistakes a request may still have: of several, either side reports another one. */
  private int mistakes;

  /** Begins a request. */
  void begin() {
    mistakes = 1;
  }

  /** For requests of which each part may be wrong. */
  void noMistakes() {
    mistakes = 0;
  }

  /** As {@link #chance}, for what makes a request wrong. */
  boolean mistake(int percent) {
    if (mistakes > 0 && chance(percent)) {
      mistakes--;
      return true;
    }
    return false;
  }

  /** One of ten has large values among others. */
  Values(Random random) {
    this.random = random;
    this.heavy = random.nextInt(10) == 0;
  }

  /** A value of any type. */
  ObjectNode any() {
    return heavy && chance(4) ? large() : any(0);
  }

  /** A text of which a few fill an item, or a page. */
  private ObjectNode large() {
    int length = mistake(30) ? 400_000 + random.nextInt(10_000) : 20_000 + random.nextInt(90_000);
    return object().put("S", "l".repeat(length));
  }

  /** Lists in one another, to the deepest level and one below. */
  private ObjectNode deep() {
    ObjectNode value = scalar("S");
    for (int level = 30 + random.nextInt(4); level > 0; level--) {
      ObjectNode list = object();
      list.putArray("L").add(value);
      value = list;
    }
    return value;
  }

  private ObjectNode any(int level) {
    int kind = random.nextInt(level < 3 ? 20 : 14);
    return switch (kind) {
      case 0, 1, 2 -> scalar("S");
      case 3, 4, 5, 6 -> scalar("N");
      case 7, 8 -> scalar("B");
      case 9 -> object().put("BOOL", random.nextBoolean());
      case 10 -> object().put("NULL", true);
      case 11 -> set("SS");
      case 12 -> set("NS");
      case 13 -> set("BS");
      case 14, 15, 16 -> list(level);
      default -> map(level);
    };
  }

  private ObjectNode list(int level) {
    ObjectNode value = object();
    ArrayNode elements = value.putArray("L");
    for (int i = random.nextInt(4); i > 0; i--) {
      elements.add(any(level + 1));
    }
    return value;
  }

  private ObjectNode map(int level) {
    ObjectNode value = object();
    ObjectNode elements = value.putObject("M");
    for (int i = random.nextInt(4); i > 0; i--) {
      elements.set(Names.NESTED.get(random.nextInt(Names.NESTED.size())), any(level + 1));
    }
    return value;
  }

  /** A value of type S, N or B. */
  ObjectNode scalar(String type) {
    return object().put(type, text(type));
  }

  private String text(String type) {
    return switch (type) {
      case "S" -> pick(STRINGS);
      case "N" -> pick(NUMBERS);
      default -> pick(BINARIES);
    };
  }

  /** A key value, now and then one that is none. */
  ObjectNode key(String type) {
    if (mistake(1)) {
      return any();
    }
    if (mistake(1)) {
      return object().put(type, type.equals("N") ? pick(WRONG_NUMBERS) : "");
    }
    if (type.equals("S") && mistake(1)) {
      return object()
          .put("S", "k".repeat(random.nextBoolean() ? 1024 : 2048) + "k".repeat(random.nextInt(2)));
    }
    String text = text(type);
    return object().put(type, text.isEmpty() ? (type.equals("S") ? "a" : "YQ==") : text);
  }

  ObjectNode set(String type) {
    Map<Object, String> members = new LinkedHashMap<>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      String text = text(type.substring(0, 1));
      // Two texts of one number would be a duplicate.
      members.put(type.equals("NS") ? new BigDecimal(text).stripTrailingZeros() : text, text);
    }
    ObjectNode value = object();
    ArrayNode array = value.putArray(type);
    members.values().forEach(array::add);
    return value;
  }

  /** What is no value, for errors. */
  ObjectNode wrong() {
    return switch (random.nextInt(8)) {
      case 0 -> object();
      case 1 -> object().put("N", pick(WRONG_NUMBERS));
      case 6 -> deep();
      case 2 -> object().put("S", "a").put("N", "1");
      case 3 -> object().put("NULL", false);
      case 4 -> {
        ObjectNode value = object();
        value.putArray("SS");
        yield value;
      }
      case 5 -> {
        ObjectNode value = object();
        value.putArray("SS").add("a").add("a");
        yield value;
      }
      default -> {
        ObjectNode value = object();
        value.putArray("NS").add("1").add("1.0");
        yield value;
      }
    };
  }

  Random random() {
    return random;
  }

  <E> E pick(List<E> list) {
    return list.get(random.nextInt(list.size()));
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
