package dev.skybridge.services.apigateway;

import static java.util.Objects.requireNonNull;

import dev.skybridge.services.apigateway.openapi.AuthorizationType;
import dev.skybridge.services.apigateway.openapi.Method;
import dev.skybridge.services.apigateway.openapi.Resource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A method that a stage serves, as its deployment has it.
 *
 * @param api the API as it was deployed
 * @param stage the stage's name
 * @param method the HTTP method, or {@code ANY}
 * @param path the resource's path template, e.g. {@code /orders/{orderId}}
 * @param signed whether it wants a signature (AWS_IAM)
 * @param mapping the base path mapping that leads to it, if there is one
 */
public record ServedMethod(
    RestApi api,
    String stage,
    String method,
    String path,
    boolean signed,
    Optional<BasePathMapping> mapping) {
  public ServedMethod {
    requireNonNull(api);
    requireNonNull(stage);
    requireNonNull(method);
    requireNonNull(path);
    requireNonNull(mapping);
  }

  static List<ServedMethod> of(Catalog catalog) {
    List<ServedMethod> all = new ArrayList<>();
    for (Stage stage : catalog.stages()) {
      catalog
          .deployment(stage.scope().region(), stage.restApiId(), stage.deploymentId())
          .ifPresent(deployment -> add(stage, deployment.api(), mapping(catalog, stage), all));
    }
    all.sort(
        Comparator.comparing((ServedMethod one) -> one.api().scope().account().value())
            .thenComparing(one -> one.api().name())
            .thenComparing(ServedMethod::stage)
            .thenComparing(ServedMethod::path)
            .thenComparing(ServedMethod::method));
    return all;
  }

  private static Optional<BasePathMapping> mapping(Catalog catalog, Stage stage) {
    return catalog.mappings().stream()
        .filter(one -> one.restApiId().equals(stage.restApiId()))
        .filter(one -> one.scope().region().equals(stage.scope().region()))
        .filter(one -> one.stage().stream().allMatch(stage.name()::equals))
        .min(
            Comparator.comparing(BasePathMapping::domainName)
                .thenComparing(BasePathMapping::basePath));
  }

  private static void add(
      Stage stage, RestApi api, Optional<BasePathMapping> mapping, List<ServedMethod> all) {
    for (Resource resource : api.document().resources()) {
      for (Method method : resource.methods().values()) {
        all.add(
            new ServedMethod(
                api,
                stage.name(),
                method.name(),
                resource.path().toString(),
                method.authorization() == AuthorizationType.AWS_IAM,
                mapping));
      }
    }
  }

  /**
   * A URL that the method serves: by a custom domain name, else by the API's own name. Each path
   * parameter has the value {@code x}.
   */
  public String url() {
    String filled = path.replaceAll("\\{[^}]*}", "x");
    String below = mapping.map(this::below).orElse("/" + stage);
    return "https://"
        + mapping.map(BasePathMapping::domainName).orElseGet(this::ownName)
        + below
        + filled;
  }

  private String below(BasePathMapping one) {
    String base = one.basePath().isEmpty() ? "" : "/" + one.basePath();
    return one.stage().isPresent() ? base : base + "/" + stage;
  }

  private String ownName() {
    String region = api.scope().region().name();
    return api.id() + ".execute-api." + region + "." + api.scope().region().dnsSuffix();
  }
}
