package dev.skybridge.services.apigateway.openapi;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * An OpenAPI 3.0 document as API Gateway imports it.
 *
 * @param text the document itself
 * @param title the API's name where Terraform names none
 * @param resources those that have methods
 * @param policy {@code x-amazon-apigateway-policy} as JSON
 * @param binaryMediaTypes {@code x-amazon-apigateway-binary-media-types}
 * @param warnings what was ignored, one sentence each; {@code fail_on_warnings} makes them errors
 */
public record ApiDocument(
    String text,
    String title,
    Optional<String> description,
    List<Resource> resources,
    Optional<String> policy,
    EndpointExtension endpoint,
    List<String> binaryMediaTypes,
    List<String> warnings) {
  public ApiDocument {
    requireNonNull(text);
    requireNonNull(title);
    requireNonNull(description);
    resources = List.copyOf(resources);
    requireNonNull(policy);
    requireNonNull(endpoint);
    binaryMediaTypes = List.copyOf(binaryMediaTypes);
    warnings = List.copyOf(warnings);
  }

  /**
   * Reads a document, in JSON or YAML.
   *
   * @throws InvalidDocumentException with every problem, where it cannot be imported
   */
  public static ApiDocument parse(String text) {
    return DocumentReader.read(text);
  }

  /** What the document defines beside its resources. */
  public Definitions definitions() {
    return new Definitions(DocumentReader.tree(text));
  }
}
