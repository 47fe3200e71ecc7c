package dev.skybridge.services.apigateway.openapi;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a whole document. */
final class DocumentReader {
  private static final ObjectMapper JSON = strict(new ObjectMapper());
  private static final ObjectMapper YAML = strict(new ObjectMapper(new YAMLFactory()));
  private static final Set<String> KNOWN =
      Set.of(
          "openapi",
          "info",
          "servers",
          "paths",
          "components",
          "tags",
          "externalDocs",
          "security",
          "x-amazon-apigateway-binary-media-types",
          "x-amazon-apigateway-endpoint-configuration",
          "x-amazon-apigateway-gateway-responses",
          "x-amazon-apigateway-importexport-version",
          "x-amazon-apigateway-policy",
          "x-amazon-apigateway-request-validator",
          "x-amazon-apigateway-request-validators");

  private DocumentReader() {}

  private static ObjectMapper strict(ObjectMapper mapper) {
    return mapper
        .configure(JsonParser.Feature.STRICT_DUPLICATE_DETECTION, true)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  static ApiDocument read(String text) {
    Findings findings = new Findings();
    Cursor root = Cursor.at(tree(text), findings);
    String version = root.text("openapi").orElse("");
    if (!version.matches("3\\.0\\.\\d+")) {
      throw new InvalidDocumentException(
          List.of(
              "Invalid OpenAPI input: openapi: '" + version + "' (served here: 3.0.x documents)"));
    }
    root.warnUnless(KNOWN);
    root.get("security")
        .filter(security -> security.node().size() > 0)
        .ifPresent(security ->
            security.error(
                "'security' of the whole document is not served here: give it to each operation"));
    root.get("x-amazon-apigateway-gateway-responses")
        .ifPresent(responses ->
            responses.error("'x-amazon-apigateway-gateway-responses' is not served here"));
    Optional<Cursor> info = root.get("info");
    ApiDocument document =
        new ApiDocument(
            text,
            info.flatMap(cursor -> cursor.text("title")).orElse(""),
            info.flatMap(cursor -> cursor.text("description")),
            new PathsReader(operations(root)).read(root),
            root.get("x-amazon-apigateway-policy").flatMap(DocumentReader::policy),
            endpoint(root),
            root.texts("x-amazon-apigateway-binary-media-types"),
            findings.warnings());
    if (document.title().isEmpty()) {
      findings.error("$.info.title: an API needs a title");
    }
    if (!findings.errors().isEmpty()) {
      throw new InvalidDocumentException(findings.errors());
    }
    return document;
  }

  /** The document as JSON, whatever it is written in. */
  static JsonNode tree(String text) {
    boolean json = text.stripLeading().startsWith("{");
    try {
      JsonNode tree = (json ? JSON : YAML).readTree(text);
      if (tree == null || !tree.isObject()) {
        throw new InvalidDocumentException(
            List.of("Invalid OpenAPI input: expected an object at the top"));
      }
      return tree;
    } catch (JsonProcessingException e) {
      String place =
          e.getLocation() == null
              ? ""
              : " (line "
                  + e.getLocation().getLineNr()
                  + ", column "
                  + e.getLocation().getColumnNr()
                  + ")";
      throw new InvalidDocumentException(
          List.of("Invalid OpenAPI input: " + e.getOriginalMessage() + place));
    }
  }

  private static OperationReader operations(Cursor root) {
    Map<String, Validator> validators = new LinkedHashMap<>();
    root.get("x-amazon-apigateway-request-validators")
        .ifPresent(all ->
            all.fields()
                .forEach((name, one) ->
                    validators.put(
                        name,
                        new Validator(
                            name,
                            one.flag("validateRequestBody"),
                            one.flag("validateRequestParameters")))));
    return new OperationReader(
        validators,
        new ModelReader(root),
        new AuthorizationReader(root),
        root.text("x-amazon-apigateway-request-validator"));
  }

  private static Optional<String> policy(Cursor policy) {
    if (!policy.node().isObject()) {
      policy.error("Invalid policy document: expected an object");
      return Optional.empty();
    }
    return Optional.of(policy.node().toPrettyString());
  }

  /** OpenAPI 3 documents carry the extension at a server; it is taken at the top as well. */
  private static EndpointExtension endpoint(Cursor root) {
    String field = "x-amazon-apigateway-endpoint-configuration";
    List<Cursor> found = new ArrayList<>(root.get(field).stream().toList());
    for (Cursor server : root.get("servers").map(Cursor::items).orElse(List.of())) {
      server.get(field).ifPresent(found::add);
    }
    if (found.isEmpty()) {
      return EndpointExtension.NONE;
    }
    Cursor extension = found.getFirst();
    extension.warnUnless(Set.of("vpcEndpointIds", "disableExecuteApiEndpoint"));
    return new EndpointExtension(
        extension.texts("vpcEndpointIds"), extension.flag("disableExecuteApiEndpoint"));
  }
}
