package dev.skybridge.services.apigateway.openapi;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.List;

/**
 * A model of a body: JSON Schema draft 4, as API Gateway understands it.
 *
 * <p>Source: "Data models for REST APIs" in the API Gateway developer guide.
 */
public final class Model {
  /** A bound on memory, not on meaning: a model that holds its like follows a body all the way. */
  private static final int DEEPEST = 200;

  private static final ObjectMapper JSON =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final SchemaRegistry DRAFT_4 =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4);

  private final String name;
  private final Schema schema;

  private Model(String name, Schema schema) {
    this.name = name;
    this.schema = schema;
  }

  /**
   * @param document a complete schema: what it refers to stands in its {@code definitions}
   * @throws IllegalArgumentException where it is no JSON Schema
   */
  static Model of(String name, JsonNode document) {
    References.check(document);
    try {
      Schema schema = DRAFT_4.getSchema(document);
      schema.initializeValidators();
      return new Model(name, schema);
    } catch (RuntimeException e) {
      // networknt throws several unrelated unchecked exceptions for a schema that is none.
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  public String name() {
    return name;
  }

  /**
   * What is wrong with {@code body}, in words; nothing where it fits. One that nests deeper than
   * 200 levels does not.
   */
  public List<String> violations(byte[] body) {
    JsonNode value;
    try {
      value = JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return List.of("Unknown error parsing request body");
    } catch (IOException e) {
      throw new IllegalStateException("an array was read", e);
    }
    if (requireNonNull(value).isMissingNode()) {
      return List.of("Unknown error parsing request body");
    }
    return schema.validate(value).stream().map(Error::toString).toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
