package dev.skybridge.services.apigateway.openapi;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads how an operation is authorized: by {@code x-amazon-apigateway-auth}, or by {@code security}
 * that names a scheme whose {@code x-amazon-apigateway-authtype} is {@code awsSigv4}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-auth.html">x-amazon-apigateway-auth</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authtype.html">x-amazon-apigateway-authtype</a>
 */
final class AuthorizationReader {
  private static final String EXTENSION = "x-amazon-apigateway-auth";
  private static final String SECURITY = "security";

  private final Map<String, Cursor> schemes;

  AuthorizationReader(Cursor root) {
    schemes =
        root.get("components")
            .flatMap(components -> components.get("securitySchemes"))
            .map(Cursor::fields)
            .orElse(Map.of());
  }

  AuthorizationType read(Cursor operation) {
    Set<AuthorizationType> found = EnumSet.noneOf(AuthorizationType.class);
    operation.get(EXTENSION).ifPresent(auth -> found.add(extension(auth)));
    Optional<Cursor> security = operation.get(SECURITY);
    for (Cursor requirement : security.map(Cursor::items).orElse(List.of())) {
      found.add(required(requirement));
    }
    if (found.size() > 1) {
      operation.error(
          "'"
              + SECURITY
              + "' and '"
              + EXTENSION
              + "' contradict each other: one asks for a signature, the other for none");
    }
    return found.contains(AuthorizationType.AWS_IAM)
        ? AuthorizationType.AWS_IAM
        : AuthorizationType.NONE;
  }

  private static AuthorizationType extension(Cursor auth) {
    auth.warnUnless(Set.of("type"));
    String type = auth.text("type").orElse("");
    return switch (type.toUpperCase(Locale.ROOT)) {
      case "NONE" -> AuthorizationType.NONE;
      case "AWS_IAM" -> AuthorizationType.AWS_IAM;
      default -> {
        auth.error("type: '" + type + "' is not served here (served: NONE, AWS_IAM)");
        yield AuthorizationType.NONE;
      }
    };
  }

  /** What one element of {@code security} asks for; an empty one asks for nothing. */
  private AuthorizationType required(Cursor requirement) {
    AuthorizationType type = AuthorizationType.NONE;
    for (String name : requirement.fields().keySet()) {
      type = AuthorizationType.AWS_IAM;
      Cursor scheme = schemes.get(name);
      if (scheme == null) {
        requirement.error("there is no security scheme '" + name + "' in components");
      } else if (!scheme.text("x-amazon-apigateway-authtype").orElse("").equals("awsSigv4")) {
        requirement.error(
            "security scheme '"
                + name
                + "' is not served here (served: x-amazon-apigateway-authtype: awsSigv4)");
      }
    }
    return type;
  }
}
