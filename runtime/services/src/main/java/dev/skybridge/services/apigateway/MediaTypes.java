package dev.skybridge.services.apigateway;

import java.util.List;
import java.util.Locale;

/** {@code binaryMediaTypes} of an API. */
final class MediaTypes {
  private MediaTypes() {}

  /** Whether {@code value}, of a Content-Type or Accept header, names a binary media type first. */
  static boolean binary(List<String> binaryMediaTypes, String value) {
    String first = value.split("[,;]", 2)[0].strip().toLowerCase(Locale.ROOT);
    for (String type : binaryMediaTypes) {
      String wanted = type.toLowerCase(Locale.ROOT);
      boolean whole = wanted.equals("*/*") || wanted.equals(first);
      boolean family =
          wanted.endsWith("/*") && first.startsWith(wanted.substring(0, wanted.length() - 1));
      if (whole || family) {
        return true;
      }
    }
    return false;
  }
}
