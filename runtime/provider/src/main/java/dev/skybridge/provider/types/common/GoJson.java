package dev.skybridge.provider.types.common;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** JSON with the spaces and escapes of Go's encoder, which policy documents of Terraform have. */
final class GoJson {
  private GoJson() {}

  /** Indented by two spaces a level. */
  static String indented(JsonNode json) {
    return write(json, "\n");
  }

  /** Without any space. */
  static String compact(JsonNode json) {
    return write(json, "");
  }

  private static String write(JsonNode json, String newline) {
    if (json.isTextual()) {
      return quoted(json.textValue());
    }
    if (!json.isContainerNode()) {
      return json.toString();
    }
    var deeper = newline.isEmpty() ? "" : newline + "  ";
    List<String> parts = new ArrayList<>();
    if (json.isObject()) {
      var colon = newline.isEmpty() ? ":" : ": ";
      json.properties()
          .forEach(one -> parts.add(quoted(one.getKey()) + colon + write(one.getValue(), deeper)));
    } else {
      json.forEach(one -> parts.add(write(one, deeper)));
    }
    var open = json.isObject() ? "{" : "[";
    var close = json.isObject() ? "}" : "]";
    return parts.isEmpty()
        ? open + close
        : open + deeper + String.join("," + deeper, parts) + newline + close;
  }

  private static String quoted(String text) {
    var out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ' || c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029') {
            out.append("\\u%04x".formatted((int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }
}
