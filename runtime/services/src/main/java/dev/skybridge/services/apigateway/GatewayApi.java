package dev.skybridge.services.apigateway;

import dev.skybridge.services.api.ApiOperation;
import dev.skybridge.services.api.ApiService;
import dev.skybridge.services.api.RestJsonProtocol;
import java.util.ArrayList;
import java.util.List;

/**
 * The API of API Gateway: what reads APIs and domain names, and the test of a method.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/api/API_Operations.html">Actions of
 *     API Gateway</a>
 */
public final class GatewayApi {
  private GatewayApi() {}

  public static ApiService service(ApiGateway gateway) {
    List<ApiOperation> operations = new ArrayList<>();
    operations.addAll(new RestApiReads(gateway).operations());
    operations.addAll(new ResourceReads(gateway).operations());
    operations.addAll(new ModelReads(gateway).operations());
    operations.addAll(new DeploymentReads(gateway).operations());
    operations.addAll(new DomainReads(gateway).operations());
    operations.addAll(new TestInvokeMethod(gateway).operations());
    return new ApiService("apigateway", new RestJsonProtocol("message", false), operations);
  }
}
