package dev.skybridge.services.apigateway;

import dev.skybridge.services.apigateway.openapi.Method;
import dev.skybridge.services.apigateway.openapi.Model;
import dev.skybridge.services.apigateway.openapi.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a request validator checks: that required parameters are there and not blank, and that the
 * body fits the model of its media type. Formats, enumerations and patterns of parameters are not
 * looked at, and a body whose media type has no model passes, as on AWS.
 */
final class Validation {
  private Validation() {}

  /** The names of the required parameters that are missing: headers, path, query string. */
  static List<String> missingParameters(Call call, Match match) {
    List<Parameter> required = new ArrayList<>();
    for (Parameter parameter : match.method().parameters()) {
      if (parameter.required() && !present(parameter, call, match)) {
        required.add(parameter);
      }
    }
    required.sort(Comparator.comparing(Parameter::place));
    return required.stream().map(Parameter::name).toList();
  }

  private static boolean present(Parameter parameter, Call call, Match match) {
    List<String> values =
        switch (parameter.place()) {
          case HEADER -> call.request().headers().all(parameter.name());
          case PATH ->
              Optional.ofNullable(match.pathParameters().get(parameter.name())).stream().toList();
          case QUERY -> call.query().values().getOrDefault(parameter.name(), List.of());
        };
    return values.stream().anyMatch(value -> !value.isBlank());
  }

  /** What is wrong with the body; nothing where no model speaks of its media type. */
  static List<String> bodyViolations(Call call, Method method) {
    Model model = method.models().get(mediaType(call));
    return model == null ? List.of() : model.violations(call.request().body());
  }

  /** The media type without parameters, in lower case; JSON where none is named, as on AWS. */
  static String mediaType(Call call) {
    String contentType = call.request().headers().first("Content-Type").orElse("application/json");
    int semicolon = contentType.indexOf(';');
    String type = semicolon < 0 ? contentType : contentType.substring(0, semicolon);
    return type.strip().toLowerCase(Locale.ROOT);
  }
}
