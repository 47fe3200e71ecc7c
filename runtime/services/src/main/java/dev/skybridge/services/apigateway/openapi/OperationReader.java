package dev.skybridge.services.apigateway.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one operation of a path. */
final class OperationReader {
  private static final Set<String> KNOWN =
      Set.of(
          "tags",
          "summary",
          "description",
          "externalDocs",
          "operationId",
          "parameters",
          "requestBody",
          "responses",
          "deprecated",
          "security",
          "x-amazon-apigateway-auth",
          "x-amazon-apigateway-integration",
          "x-amazon-apigateway-request-validator");

  private final Map<String, Validator> validators;
  private final ModelReader models;
  private final AuthorizationReader authorizations;
  private final Optional<String> defaultValidator;

  OperationReader(
      Map<String, Validator> validators,
      ModelReader models,
      AuthorizationReader authorizations,
      Optional<String> defaultValidator) {
    this.validators = validators;
    this.models = models;
    this.authorizations = authorizations;
    this.defaultValidator = defaultValidator;
  }

  /**
   * @param shared the parameters of the path item
   */
  Method read(String name, Cursor operation, List<Parameter> shared) {
    operation.warnUnless(KNOWN);
    return new Method(
        name,
        operation.text("operationId"),
        merged(shared, parameters(operation)),
        bodyModels(operation),
        validator(operation),
        authorizations.read(operation),
        operation
            .get("x-amazon-apigateway-integration")
            .flatMap(integration -> new IntegrationReader(integration).read()));
  }

  /** The parameters of an operation or a path item. */
  static List<Parameter> parameters(Cursor holder) {
    List<Parameter> parameters = new ArrayList<>();
    for (Cursor reference : holder.get("parameters").map(Cursor::items).orElse(List.of())) {
      Cursor parameter = reference.resolved();
      Optional<String> name = parameter.text("name");
      String place = parameter.text("in").orElse("");
      if (name.isEmpty()) {
        parameter.error("a parameter needs a name");
        continue;
      }
      switch (place) {
        case "header" -> parameters.add(parameter(Parameter.Place.HEADER, name.get(), parameter));
        case "path" -> parameters.add(parameter(Parameter.Place.PATH, name.get(), parameter));
        case "query" -> parameters.add(parameter(Parameter.Place.QUERY, name.get(), parameter));
        case "cookie" -> parameter.warning("cookie parameters are not supported by API Gateway");
        default -> parameter.error("in: '" + place + "' (expected: header, path or query)");
      }
    }
    return parameters;
  }

  private static Parameter parameter(Parameter.Place place, String name, Cursor cursor) {
    return new Parameter(place, name, cursor.flag("required"));
  }

  private static List<Parameter> merged(List<Parameter> shared, List<Parameter> own) {
    Map<String, Parameter> merged = new LinkedHashMap<>();
    shared.forEach(parameter -> merged.put(parameter.place() + parameter.name(), parameter));
    own.forEach(parameter -> merged.put(parameter.place() + parameter.name(), parameter));
    return List.copyOf(merged.values());
  }

  private Map<String, Model> bodyModels(Cursor operation) {
    Map<String, Model> byMediaType = new LinkedHashMap<>();
    Optional<Cursor> content =
        operation.get("requestBody").map(Cursor::resolved).flatMap(body -> body.get("content"));
    if (content.isEmpty()) {
      return byMediaType;
    }
    for (Map.Entry<String, Cursor> media : content.get().fields().entrySet()) {
      media
          .getValue()
          .get("schema")
          .flatMap(models::read)
          .ifPresent(model -> byMediaType.put(media.getKey().toLowerCase(Locale.ROOT), model));
    }
    return byMediaType;
  }

  private Validator validator(Cursor operation) {
    Optional<String> name =
        operation.text("x-amazon-apigateway-request-validator").or(() -> defaultValidator);
    if (name.isEmpty()) {
      return Validator.NONE;
    }
    Validator validator = validators.get(name.get());
    if (validator == null) {
      operation.error("Invalid Request Validator identifier specified: '" + name.get() + "'");
      return Validator.NONE;
    }
    return validator;
  }
}
