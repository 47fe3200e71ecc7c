package dev.skybridge.orders;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.Locale;

/** The JSON text in a request's body. */
final class Body {
  /** In bytes of UTF-8, after base64. */
  static final int MAXIMUM_BYTES = 16 * 1024;

  private static final String MEDIA_TYPE = "application/json";

  private Body() {}

  /**
   * The body of {@code event} as text. A request without {@code Content-Type} counts as JSON, as it
   * does at API Gateway.
   *
   * @throws ProblemException 415 unless it is JSON in UTF-8, 413 above {@value #MAXIMUM_BYTES}
   *     bytes, 400 without a body or where it cannot be decoded
   */
  static String json(Event event) {
    String type = event.header("Content-Type").orElse(MEDIA_TYPE);
    if (!isJson(type)) {
      throw ProblemException.unsupportedMediaType(
          "Content-Type: expected " + MEDIA_TYPE + " in UTF-8");
    }
    String body = event.body();
    if (body == null || body.isEmpty()) {
      throw ProblemException.badRequest("body: missing");
    }
    return event.base64() ? decoded(body) : checked(body);
  }

  /** Reads {@code type/subtype; name=value; ...} (RFC 9110, 8.3.1). */
  private static boolean isJson(String contentType) {
    String[] parts = contentType.split(";", -1);
    if (!parts[0].strip().equalsIgnoreCase(MEDIA_TYPE)) {
      return false;
    }
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip().toLowerCase(Locale.ROOT);
      if (parameter.startsWith("charset=")) {
        String charset = parameter.substring("charset=".length()).replace("\"", "");
        if (!charset.equals("utf-8") && !charset.equals("utf8") && !charset.equals("us-ascii")) {
          return false;
        }
      }
    }
    return true;
  }

  private static String checked(String body) {
    if (body.length() > MAXIMUM_BYTES || body.getBytes(UTF_8).length > MAXIMUM_BYTES) {
      throw tooLarge();
    }
    return body;
  }

  private static String decoded(String base64) {
    if (base64.length() > 2 * MAXIMUM_BYTES) {
      throw tooLarge();
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      if (bytes.length > MAXIMUM_BYTES) {
        throw tooLarge();
      }
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw ProblemException.badRequest("body: not valid UTF-8");
    }
  }

  private static ProblemException tooLarge() {
    return ProblemException.tooLarge(
        "body: too large (expected: " + MAXIMUM_BYTES + " bytes at most)");
  }
}
