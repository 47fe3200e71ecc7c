package dev.skybridge.services.apigateway.openapi;

import java.util.ArrayList;
import java.util.List;

/** What was found while a document was read: all of it, not only the first. */
final class Findings {
  private final List<String> errors = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  void error(String text) {
    errors.add(text);
  }

  void warning(String text) {
    warnings.add(text);
  }

  List<String> errors() {
    return List.copyOf(errors);
  }

  List<String> warnings() {
    return List.copyOf(warnings);
  }
}
