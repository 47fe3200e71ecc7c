package dev.skybridge.services.apigateway.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ApiDocumentTest {
  private static final String HEAD = "openapi: 3.0.1\ninfo: {title: t, version: '1'}\n";

  private static List<String> problems(String document) {
    InvalidDocumentException thrown =
        catchThrowableOfType(InvalidDocumentException.class, () -> ApiDocument.parse(document));
    assertThat(thrown).as("the document is refused").isNotNull();
    return thrown.problems();
  }

  @Test
  void readsTheDocumentOfAMicroservice() throws IOException {
    ApiDocument document =
        ApiDocument.parse(
            Files.readString(Path.of("src/test/resources/apigateway/orders.yaml"), UTF_8));

    assertThat(document.warnings()).isEmpty();
    assertThat(document.title()).isEqualTo("beverage");
    assertThat(document.endpoint().vpcEndpointIds()).containsExactly("vpce-0a1b2c3d4e5f60718");
    assertThat(document.resources())
        .extracting(resource -> resource.path() + " " + resource.methods().keySet().size())
        .containsExactly("/orders 2", "/orders/{orderId} 1");
    Method post = document.resources().getFirst().method("POST").orElseThrow();
    assertThat(post.operationId()).contains("postOrder");
    assertThat(post.validator()).isEqualTo(new Validator("all", true, true));
    assertThat(post.models().keySet()).containsExactly("application/json");
    assertThat(post.integration())
        .contains(
            new Integration(
                "POST",
                "arn:aws:lambda:eu-central-1:444455556666:function:beverage-post-order",
                Integration.DEFAULT_TIMEOUT));
  }

  @Test
  void readsJsonAsWellAsYaml() {
    ApiDocument document =
        ApiDocument.parse(
            "{\"openapi\":\"3.0.1\",\"info\":{\"title\":\"t\"},\"paths\":{\"/a\":{\"get\":{}}},"
                + "\"x-amazon-apigateway-policy\":{\"Version\":\"2012-10-17\"}}");

    assertThat(document.resources()).hasSize(1);
    assertThat(document.policy()).contains("{\n  \"Version\" : \"2012-10-17\"\n}");
  }

  @Test
  void reportsAllProblemsAtOnce() {
    assertThat(
            problems(
                HEAD
                    + "paths:\n"
                    + "  /a b: {get: {}}\n"
                    + "  /x/{id}: {get: {x-amazon-apigateway-request-validator: none}}\n"
                    + "  /x/{name}: {get: {x-amazon-apigateway-integration: {type: mock}}}\n"
                    + "components: {schemas: {new-order: {type: object}}}\n"))
        .containsExactly(
            "$.components.schemas.new-order: Model name must be alphanumeric: new-order",
            "$.paths./a b: Unable to create resource at path '/a b': Resource's path part only"
                + " allow a-zA-Z0-9._-: or a valid greedy path variable and curly braces at the"
                + " beginning and the end.",
            "$.paths./x/{id}.get: Invalid Request Validator identifier specified: 'none'",
            "$.paths./x/{name}: Unable to create resource at path '/x/{name}': A sibling ({id}) of"
                + " this resource already has a variable path part -- only one unique variable"
                + " path part is allowed",
            "$.paths./x/{name}.get.x-amazon-apigateway-integration: type: 'mock' is not served"
                + " here (served: aws_proxy)");
  }

  @Test
  void refusesWhatItWouldNotEnforce() {
    assertThat(
            problems(
                HEAD
                    + "paths:\n"
                    + "  /a: {get: {security: [{key: []}, {gone: []}]}}\n"
                    + "  /b: {get: {x-amazon-apigateway-auth: {type: CUSTOM}}}\n"
                    + "  /c: {get: {security: [{sigv4: []}, {}]}}\n"
                    + SCHEMES
                    + "security: [{sigv4: []}]\n"
                    + "x-amazon-apigateway-gateway-responses: {DEFAULT_4XX: {statusCode: '404'}}\n"))
        .containsExactlyInAnyOrder(
            "$.x-amazon-apigateway-gateway-responses: 'x-amazon-apigateway-gateway-responses' is"
                + " not served here",
            "$.security: 'security' of the whole document is not served here: give it to each"
                + " operation",
            "$.paths./a.get.security[0]: security scheme 'key' is not served here (served:"
                + " x-amazon-apigateway-authtype: awsSigv4)",
            "$.paths./a.get.security[1]: there is no security scheme 'gone' in components",
            "$.paths./b.get.x-amazon-apigateway-auth: type: 'CUSTOM' is not served here (served:"
                + " NONE, AWS_IAM)",
            "$.paths./c.get: 'security' and 'x-amazon-apigateway-auth' contradict each other: one"
                + " asks for a signature, the other for none");
  }

  private static final String SCHEMES =
      "components: {securitySchemes: {key: {type: apiKey, name: x-api-key, in: header}, sigv4:"
          + " {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype:"
          + " awsSigv4}}}\n";

  @Test
  void readsIamAuthorizationInEitherForm() {
    ApiDocument document =
        ApiDocument.parse(
            HEAD
                + "paths:\n"
                + "  /a: {get: {security: [{sigv4: []}]}}\n"
                + "  /b: {get: {x-amazon-apigateway-auth: {type: aws_iam}}}\n"
                + "  /c: {get: {security: [{sigv4: []}], x-amazon-apigateway-auth: {type: AWS_IAM}}}\n"
                + "  /d: {get: {security: [], x-amazon-apigateway-auth: {type: NONE}}}\n"
                + "  /e: {get: {}}\n"
                + SCHEMES);

    assertThat(document.resources())
        .extracting(resource -> resource.method("GET").orElseThrow().authorization())
        .containsExactly(
            AuthorizationType.AWS_IAM,
            AuthorizationType.AWS_IAM,
            AuthorizationType.AWS_IAM,
            AuthorizationType.NONE,
            AuthorizationType.NONE);
    assertThat(document.warnings()).isEmpty();
  }

  @Test
  void refusesAnotherVersionAndBrokenText() {
    assertThat(problems("swagger: '2.0'\n"))
        .containsExactly("Invalid OpenAPI input: openapi: '' (served here: 3.0.x documents)");
    assertThat(problems("openapi: 3.0.1\nopenapi: 3.0.1\n").getFirst())
        .startsWith("Invalid OpenAPI input: Duplicate field 'openapi'")
        .contains("line 2");
    assertThat(problems("just text"))
        .containsExactly("Invalid OpenAPI input: expected an object at the top");
  }

  @Test
  void namesASchemaThatIsNone() {
    assertThat(
            problems(
                HEAD
                    + "paths: {/a: {post: {requestBody: {content: {application/json: {schema: "
                    + "{$ref: '#/components/schemas/gone'}}}}}}}\n"))
        .containsExactly(
            "$.paths./a.post.requestBody.content.application/json.schema: reference to"
                + " '#/components/schemas/gone' cannot be resolved");
  }

  @Test
  void modelsReferToEachOther() {
    ApiDocument document =
        ApiDocument.parse(
            HEAD
                + "paths: {/a: {post: {requestBody: {content: {application/json: {schema: "
                + "{$ref: '#/components/schemas/outer'}}}}}}}\n"
                + "components: {schemas: {outer: {type: object, properties: {inner: "
                + "{$ref: '#/components/schemas/inner'}}}, inner: {type: integer}}}\n");
    Method post = document.resources().getFirst().method("POST").orElseThrow();
    Model model = requireNonNull(post.models().get("application/json"));

    assertThat(model.violations("{\"inner\": 3}".getBytes(UTF_8))).isEmpty();
    assertThat(model.violations("{\"inner\": \"x\"}".getBytes(UTF_8)))
        .singleElement()
        .asString()
        .contains("inner");
    assertThat(model.violations("".getBytes(UTF_8)))
        .containsExactly("Unknown error parsing request body");
    assertThat(model.violations("{} {}".getBytes(UTF_8)))
        .containsExactly("Unknown error parsing request body");
  }

  @Test
  void literalsWinOverParametersAndThoseOverGreedyOnes() {
    PathTemplate greedy = PathTemplate.parse("/x/{proxy+}").orElseThrow();
    PathTemplate parameter = PathTemplate.parse("/x/{a}").orElseThrow();
    PathTemplate literal = PathTemplate.parse("/x/b").orElseThrow();

    assertThat(Stream.of(greedy, parameter, literal).map(PathTemplate::precedence).sorted())
        .containsExactly(literal.precedence(), parameter.precedence(), greedy.precedence());
    assertThat(parameter.match("/x/1/")).contains(Map.of("a", "1"));
    assertThat(parameter.match("/x/1/2")).isEmpty();
    assertThat(greedy.match("/x/1/2/")).contains(Map.of("proxy", "1/2"));
    assertThat(greedy.match("/x")).isEmpty();
    assertThat(PathTemplate.parse("/").orElseThrow().match("/")).contains(Map.of());
  }
}
