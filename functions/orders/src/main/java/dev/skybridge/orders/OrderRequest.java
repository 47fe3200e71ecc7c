package dev.skybridge.orders;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What a client wants to order, checked.
 *
 * @param fullName 1-100 characters (Unicode code points), not blank
 * @param option one of the service's options
 */
record OrderRequest(String fullName, String option) {
  static final String FULL_NAME = "fullName";
  static final int FULL_NAME_MAXIMUM = 100;

  /**
   * Reads and checks a request body: a JSON object with {@code fullName} and the option under the
   * service's name, and nothing else.
   *
   * @throws ProblemException 400, saying which property is wrong and what is expected
   */
  static OrderRequest parse(String body, Menu menu) {
    @Nullable String fullName = null;
    @Nullable String option = null;
    try (JsonParser parser = Json.FACTORY.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw ProblemException.badRequest("body: expected a JSON object");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        if (name.equals(FULL_NAME)) {
          fullName = once(parser, FULL_NAME, fullName);
        } else if (name.equals(menu.topic())) {
          option = once(parser, menu.topic(), option);
        } else {
          throw ProblemException.badRequest(
              "body: unknown property (expected: " + FULL_NAME + ", " + menu.topic() + ")");
        }
      }
      if (parser.nextToken() != null) {
        throw ProblemException.badRequest("body: expected one JSON object and nothing after it");
      }
    } catch (IOException e) {
      throw ProblemException.badRequest("body: not valid JSON");
    }
    return new OrderRequest(checkedName(fullName), checkedOption(option, menu));
  }

  private static String once(JsonParser parser, String property, @Nullable String before)
      throws IOException {
    if (before != null) {
      throw ProblemException.badRequest(property + ": given twice");
    }
    if (parser.nextToken() != JsonToken.VALUE_STRING) {
      throw ProblemException.badRequest(property + ": expected a string");
    }
    return parser.getText();
  }

  private static String checkedName(@Nullable String name) {
    if (name == null) {
      throw ProblemException.badRequest(FULL_NAME + ": missing");
    }
    if (name.codePoints().allMatch(OrderRequest::blank)) {
      throw ProblemException.badRequest(FULL_NAME + ": must not be blank");
    }
    if (name.codePointCount(0, name.length()) > FULL_NAME_MAXIMUM) {
      throw ProblemException.badRequest(
          FULL_NAME + ": too long (expected: 1-" + FULL_NAME_MAXIMUM + " characters)");
    }
    if (name.codePoints().anyMatch(OrderRequest::halfOfPair)) {
      throw ProblemException.badRequest(FULL_NAME + ": not valid Unicode");
    }
    return name;
  }

  private static String checkedOption(@Nullable String option, Menu menu) {
    if (option == null) {
      throw ProblemException.badRequest(menu.topic() + ": missing");
    }
    if (!menu.options().contains(option)) {
      throw ProblemException.badRequest(
          menu.topic() + ": unknown option (expected: " + String.join(", ", menu.options()) + ")");
    }
    return option;
  }

  private static boolean blank(int character) {
    return Character.isWhitespace(character) || Character.isSpaceChar(character);
  }

  /** A surrogate that JSON's escapes can bring alone and UTF-8 cannot carry. */
  private static boolean halfOfPair(int character) {
    return Character.getType(character) == Character.SURROGATE;
  }

  /** Without the name: what is printed may reach a log. */
  @Override
  public String toString() {
    return "OrderRequest[" + option + "]";
  }
}
