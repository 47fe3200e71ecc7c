package dev.skybridge.services.apigateway;

import com.fasterxml.jackson.databind.node.TextNode;

/** One-field objects, with and without the blank that API Gateway writes after the colon. */
final class Json {
  private Json() {}

  static String object(String field, String text) {
    return "{\"" + field + "\":" + TextNode.valueOf(text) + "}";
  }

  static String spaced(String field, String text) {
    return "{\"" + field + "\": " + TextNode.valueOf(text) + "}";
  }
}
