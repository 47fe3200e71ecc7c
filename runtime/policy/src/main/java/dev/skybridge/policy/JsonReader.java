package dev.skybridge.policy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads JSON text strictly: one value, no member twice, every value with its position. */
final class JsonReader {
  private static final JsonFactory FACTORY = new JsonFactory();

  /** A policy has six levels; more than this is an attempt to make the reader run out of stack. */
  private static final int DEEPEST = 20;

  private final JsonParser parser;

  /** Where the value begins that was read last. */
  private Position last = new Position(1, 1);

  private int depth;

  private JsonReader(JsonParser parser) {
    this.parser = parser;
  }

  static Json read(String text) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      return new JsonReader(parser).whole();
    } catch (IOException e) {
      throw new IllegalStateException("a string cannot fail to be read", e);
    }
  }

  /**
   * The place after the object that begins at a place.
   *
   * @param text what was read before
   * @throws IllegalArgumentException if no object begins there
   */
  static Position end(String text, Position start) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_OBJECT
            && position(parser.currentTokenLocation()).equals(start)) {
          parser.skipChildren();
          Position brace = position(parser.currentTokenLocation());
          return new Position(brace.line(), brace.column() + 1);
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("the text was read before", e);
    }
    throw new IllegalArgumentException("no object begins at " + start);
  }

  private Json whole() throws IOException {
    try {
      parser.nextToken();
      Json value = value();
      if (parser.nextToken() != null) {
        throw syntax("text after the policy's end", here());
      }
      return value;
    } catch (JsonProcessingException e) {
      @Nullable JsonLocation location = e.getLocation();
      throw syntax(e.getOriginalMessage(), location == null ? last : position(location));
    }
  }

  private Json value() throws IOException {
    Position position = here();
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw syntax("the policy is empty", position);
    }
    return switch (token) {
      case START_OBJECT -> object(position);
      case START_ARRAY -> array(position);
      case VALUE_STRING -> new Json.Text(parser.getText(), position);
      case VALUE_NULL -> new Json.Nothing(position);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
          new Json.Scalar(parser.getText(), position);
      default -> throw syntax("unexpected " + token, position);
    };
  }

  private Json object(Position position) throws IOException {
    enter(position);
    List<Json.Member> members = new ArrayList<>();
    Set<String> names = new HashSet<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      Position at = here();
      String name = parser.currentName();
      if (!names.add(name)) {
        throw syntax("\"" + name + "\" stands twice in one object", at);
      }
      parser.nextToken();
      members.add(new Json.Member(name, at, value()));
    }
    depth--;
    return new Json.Members(members, position);
  }

  private void enter(Position position) {
    if (++depth > DEEPEST) {
      throw syntax("more than " + DEEPEST + " levels of nesting", position);
    }
  }

  private Json array(Position position) throws IOException {
    enter(position);
    List<Json> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value());
    }
    depth--;
    return new Json.Items(items, position);
  }

  private Position here() {
    last = position(parser.currentTokenLocation());
    return last;
  }

  private static Position position(JsonLocation location) {
    return new Position(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
  }

  private static MalformedPolicyException syntax(String detail, Position position) {
    return new MalformedPolicyException("Syntax errors in policy: " + detail, position);
  }
}
