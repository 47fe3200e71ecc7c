package dev.skybridge.services.apigateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.skybridge.network.http.Headers;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.api.ApiAnswer;
import dev.skybridge.services.api.ApiCall;
import dev.skybridge.services.api.ApiOperation;
import dev.skybridge.services.api.Input;
import dev.skybridge.services.api.Output;
import dev.skybridge.services.apigateway.openapi.Method;
import dev.skybridge.services.apigateway.openapi.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;

/**
 * The operation that tries a method.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/api/API_TestInvokeMethod.html">
 *     TestInvokeMethod</a>
 */
final class TestInvokeMethod {
  private final ApiGateway gateway;

  TestInvokeMethod(ApiGateway gateway) {
    this.gateway = gateway;
  }

  List<ApiOperation> operations() {
    return List.of(
        ApiOperation.at(
            "POST",
            "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}",
            "TestInvokeMethod",
            this::test));
  }

  private ApiAnswer test(ApiCall call) throws InterruptedException {
    Input input = call.input();
    input.refuse("clientCertificateId");
    String id = input.text("resource_id");
    String verb = input.text("http_method").toUpperCase(Locale.ROOT);
    call.authorize(
        "apigateway:POST",
        GatewayCalls.arn(
            call, GatewayCalls.apiPath(call, "/resources/" + id + "/methods/" + verb)));
    RestApi api = GatewayCalls.api(gateway, call);
    ResourceTree.Node node = new ResourceTree(api).node(id);
    Resource resource = GatewayCalls.found(node.resource(), "Invalid Method identifier specified");
    Method method =
        GatewayCalls.found(
            resource.method(verb).filter(found -> !verb.equals(Resource.ANY)),
            "Invalid Method identifier specified");
    GatewayCalls.found(method.integration(), "No integration defined for method");
    TestInvocations.Result result =
        gateway
            .tests()
            .run(
                new TestInvocations.Try(
                    api,
                    resource,
                    method,
                    verb,
                    input
                        .find("pathWithQueryString")
                        .filter(text -> !text.isEmpty())
                        .orElse(node.path()),
                    headers(input),
                    input.find("body").orElse("").getBytes(UTF_8),
                    input.map("stageVariables")),
                call.requester());
    return ApiAnswer.of(described(result));
  }

  private static Headers headers(Input input) {
    try {
      Headers headers = Headers.NONE;
      for (Map.Entry<String, String> header : input.map("headers").entrySet()) {
        headers = headers.plus(header.getKey(), header.getValue());
      }
      Input several = input.structure("multiValueHeaders");
      for (String name : several.names()) {
        headers = headers.without(name);
        for (String value : several.texts(name)) {
          headers = headers.plus(name, value);
        }
      }
      return headers;
    } catch (IllegalArgumentException e) {
      throw new AwsException("BadRequestException", 400, "Invalid header: " + e.getMessage());
    }
  }

  private static Output.Structure described(TestInvocations.Result result) {
    HttpResponse response = result.response();
    SequencedMap<String, String> last = new LinkedHashMap<>();
    SequencedMap<String, Output> all = new LinkedHashMap<>();
    for (Headers.Header header : response.headers().entries()) {
      last.put(header.name(), header.value());
      all.put(header.name(), Output.Items.texts(response.headers().all(header.name())));
    }
    return Output.Structure.builder()
        .put("status", response.status())
        .put("body", response.text())
        .put("headers", Output.Entries.texts(last))
        .put("multiValueHeaders", new Output.Entries(all))
        .put("log", result.log())
        .put("latency", result.latency())
        .build();
  }
}
