package dev.skybridge.services.lambda;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.Arn;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.api.ApiAnswer;
import dev.skybridge.services.api.ApiCall;
import dev.skybridge.services.api.ApiOperation;
import dev.skybridge.services.api.ApiService;
import dev.skybridge.services.api.Input;
import dev.skybridge.services.api.Output;
import dev.skybridge.services.api.Page;
import dev.skybridge.services.api.RestJsonProtocol;
import java.util.List;

/**
 * The API of Lambda: invocation, and what reads functions.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_Operations.html">Actions of
 *     Lambda</a>
 */
public final class LambdaApi {
  private static final String FUNCTIONS = "/2015-03-31/functions";
  private static final String FUNCTION = FUNCTIONS + "/{FunctionName}";

  private final LambdaService lambda;

  private LambdaApi(LambdaService lambda) {
    this.lambda = requireNonNull(lambda);
  }

  public static ApiService service(LambdaService lambda) {
    LambdaApi api = new LambdaApi(lambda);
    Invocations invocations = new Invocations(lambda);
    return new ApiService(
        "lambda",
        new RestJsonProtocol("Message", true),
        List.of(
            ApiOperation.at("POST", FUNCTION + "/invocations", "Invoke", invocations::invoke),
            ApiOperation.at("GET", FUNCTIONS, "ListFunctions", api::list),
            ApiOperation.at("GET", FUNCTION, "GetFunction", api::function),
            ApiOperation.at(
                "GET", FUNCTION + "/configuration", "GetFunctionConfiguration", api::configuration),
            ApiOperation.at("GET", FUNCTION + "/policy", "GetPolicy", api::policy)));
  }

  private ApiAnswer list(ApiCall call) {
    call.authorize("lambda:ListFunctions", "*");
    Input input = call.input();
    input.refuse("MasterRegion", "FunctionVersion");
    Page<Function> page =
        Page.of(
            lambda.functions().stream()
                .filter(function -> function.scope().equals(call.scope()))
                .toList(),
            function -> function.arn().toString(),
            input.find("Marker"),
            input.whole("MaxItems", 1, 10_000, 50),
            () -> new AwsException("InvalidParameterValueException", 400, "Invalid Marker"));
    return ApiAnswer.of(
        Output.Structure.builder()
            .structures("Functions", page.items().stream().map(this::described).toList())
            .putIf("NextMarker", page.next())
            .build());
  }

  private ApiAnswer function(ApiCall call) {
    Function function = allowed(call, "lambda:GetFunction");
    Output.Builder answer = Output.Structure.builder().put("Configuration", described(function));
    if (function.reservedConcurrency() >= 0) {
      answer.put(
          "Concurrency",
          Output.Structure.builder()
              .put("ReservedConcurrentExecutions", function.reservedConcurrency()));
    }
    return ApiAnswer.of(answer.build());
  }

  private ApiAnswer configuration(ApiCall call) {
    return ApiAnswer.of(described(allowed(call, "lambda:GetFunctionConfiguration")));
  }

  private ApiAnswer policy(ApiCall call) {
    Function function = allowed(call, "lambda:GetPolicy");
    return ApiAnswer.of(
        Output.Structure.builder()
            .put(
                "Policy",
                lambda
                    .policy(function.arn())
                    .map(held -> held.policy().toString())
                    .orElseThrow(() ->
                        new AwsException(
                            "ResourceNotFoundException",
                            404,
                            "The resource you requested does not exist.")))
            .build());
  }

  private Function allowed(ApiCall call, String action) {
    Arn arn = FunctionName.of(call).arn();
    call.authorize(action, arn, lambda.policy(arn));
    return lambda.function(arn).orElseThrow(() -> FunctionName.notFound(arn));
  }

  private Output.Structure described(Function function) {
    Output.Builder description =
        Output.Structure.builder()
            .put("FunctionName", function.name())
            .put("FunctionArn", function.arn().toString())
            .put("Runtime", function.runtime())
            .put("Role", function.role())
            .put("Handler", function.handler())
            .put("CodeSize", lambda.packages().size(function.codeSha256()))
            .put("Description", function.description())
            .put("Timeout", function.timeout())
            .put("MemorySize", function.memory())
            .put("CodeSha256", function.codeSha256())
            .put("Version", FunctionName.LATEST);
    if (!function.subnets().isEmpty()) {
      description.put(
          "VpcConfig",
          Output.Structure.builder()
              .texts("SubnetIds", function.subnets())
              .texts("SecurityGroupIds", function.securityGroups()));
    }
    if (!function.variables().isEmpty()) {
      description.put(
          "Environment",
          Output.Structure.builder().put("Variables", Output.Entries.texts(function.variables())));
    }
    return description
        .put("State", "Active")
        .put("LastUpdateStatus", "Successful")
        .put("PackageType", "Zip")
        .put("LoggingConfig", Output.Structure.builder().put("LogGroup", function.logGroup()))
        .build();
  }
}
