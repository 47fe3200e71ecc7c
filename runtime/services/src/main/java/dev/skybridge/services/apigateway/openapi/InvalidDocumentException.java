package dev.skybridge.services.apigateway.openapi;

import java.util.List;

/** The document cannot be imported: all reasons, in the order of the document. */
public final class InvalidDocumentException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<String> problems;

  InvalidDocumentException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** One sentence for each problem; never empty. */
  public List<String> problems() {
    return problems;
  }
}
