package dev.skybridge.services.apigateway;

import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Dialect;
import dev.skybridge.policy.MalformedPolicyException;
import dev.skybridge.policy.Policy;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.apigateway.openapi.ApiDocument;
import dev.skybridge.services.apigateway.openapi.InvalidDocumentException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What AWS refuses when its API is called, in AWS's words. Nothing here changes a record. */
public final class Checks {
  private static final Pattern STAGE_NAME = Pattern.compile("[a-zA-Z0-9_-]+|\\$default");
  private static final Pattern BASE_PATH = Pattern.compile("[a-zA-Z0-9._~!$&'()*+,;=:@-]*");

  private final Catalog catalog;

  Checks(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Imports a document, as ImportRestApi and PutRestApi do.
   *
   * @throws AwsException with all problems; with all warnings too if {@code failOnWarnings}
   */
  public ApiDocument document(String body, boolean failOnWarnings) {
    ApiDocument document;
    try {
      document = ApiDocument.parse(body);
    } catch (InvalidDocumentException e) {
      throw badRequest("Errors found during import:\n\t" + String.join("\n\t", e.problems()));
    }
    if (failOnWarnings && !document.warnings().isEmpty()) {
      throw badRequest(
          "Warnings found during import:\n\t" + String.join("\n\t", document.warnings()));
    }
    return document;
  }

  /**
   * Reads a resource policy; the shorthand {@code execute-api:/stage/METHOD/path} is expanded.
   *
   * @param apiId the API that holds it
   */
  public AttachedPolicy policy(Scope scope, String apiId, String json) {
    String arn = RestApi.executionArn(scope, apiId);
    String expanded = json.replace("\"execute-api:/", "\"" + arn + "/");
    try {
      return new AttachedPolicy(arn, "", Policy.parse(expanded, Dialect.API));
    } catch (MalformedPolicyException e) {
      throw badRequest(
          "Invalid policy document. Please check the policy syntax and ensure that Principals are"
              + " valid. "
              + e.getMessage());
    }
  }

  /** What CreateDeployment asks of the API. */
  public void deployable(RestApi api) {
    if (api.document().resources().stream().allMatch(resource -> resource.methods().isEmpty())) {
      throw badRequest("The REST API doesn't contain any methods");
    }
    boolean complete =
        api.document().resources().stream()
            .flatMap(resource -> resource.methods().values().stream())
            .allMatch(method -> method.integration().isPresent());
    if (!complete) {
      throw badRequest("No integration defined for method");
    }
    boolean isPrivate = api.endpoint().type() == EndpointConfiguration.Type.PRIVATE;
    if (isPrivate && api.policy().isEmpty()) {
      throw badRequest("Private REST API doesn't have a resource policy attached to it");
    }
  }

  /** The API, as an operation on it needs it. */
  public RestApi api(Scope scope, String id) {
    return catalog
        .api(scope.region(), id)
        .filter(api -> api.scope().equals(scope))
        .orElseThrow(
            () -> notFound("Invalid API identifier specified " + scope.account() + ":" + id));
  }

  /** A new stage: its name is free, its deployment is there. */
  public void newStage(Stage stage) {
    if (!STAGE_NAME.matcher(stage.name()).matches()) {
      throw badRequest("Stage name only allows a-zA-Z0-9_-");
    }
    if (catalog.stage(stage.scope().region(), stage.restApiId(), stage.name()).isPresent()) {
      throw new AwsException("ConflictException", 409, "Stage already exists");
    }
    deployment(stage);
  }

  /** The deployment of a stage is there. */
  public void deployment(Stage stage) {
    if (catalog
        .deployment(stage.scope().region(), stage.restApiId(), stage.deploymentId())
        .isEmpty()) {
      throw badRequest("Invalid Deployment identifier specified");
    }
  }

  /** Nothing serves the deployment any more. */
  public void removableDeployment(Scope scope, String apiId, String id) {
    List<String> stages =
        catalog.stages().stream()
            .filter(stage ->
                stage.scope().region().equals(scope.region())
                    && stage.restApiId().equals(apiId)
                    && stage.deploymentId().equals(id))
            .map(Stage::name)
            .toList();
    if (!stages.isEmpty()) {
      throw badRequest(
          "Active stages pointing to this deployment must be moved or deleted " + stages);
    }
  }

  /** A custom domain name is unique in a Region, over all accounts. */
  public void newDomain(Scope scope, String name) {
    if (catalog.domain(scope.region(), name).isPresent()) {
      throw badRequest("The domain name you provided already exists.");
    }
  }

  /** A new mapping: domain, API and stage are there, the base path is free. */
  public void newMapping(BasePathMapping mapping) {
    if (catalog
        .mapping(mapping.scope().region(), mapping.domainName(), mapping.basePath())
        .isPresent()) {
      throw new AwsException(
          "ConflictException", 409, "Base path already exists for this domain name");
    }
    mapping(mapping);
  }

  /** What a mapping refers to is there. */
  public void mapping(BasePathMapping mapping) {
    Scope scope = mapping.scope();
    if (!BASE_PATH.matcher(mapping.basePath()).matches()) {
      throw badRequest(
          "API Gateway V1 doesn't support the slash character (/) in base path mappings. To create"
              + " a multi-level base path mapping, use API Gateway V2.");
    }
    Optional<DomainName> domain = catalog.domain(scope.region(), mapping.domainName());
    if (domain.filter(found -> found.scope().equals(scope)).isEmpty()) {
      throw notFound("Invalid domain name identifier specified");
    }
    api(scope, mapping.restApiId());
    Optional<String> stage = mapping.stage();
    if (stage.isPresent()
        && catalog.stage(scope.region(), mapping.restApiId(), stage.get()).isEmpty()) {
      throw badRequest("Invalid stage identifier specified");
    }
  }

  private static AwsException badRequest(String message) {
    return new AwsException("BadRequestException", 400, message);
  }

  private static AwsException notFound(String message) {
    return new AwsException("NotFoundException", 404, message);
  }
}
