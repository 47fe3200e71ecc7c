package dev.skybridge.provider.types.lambda;

import dev.skybridge.policy.Arn;
import dev.skybridge.policy.Region;
import dev.skybridge.provider.Context;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ListValue;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.Value;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.lambda.DeploymentPackage;
import dev.skybridge.services.lambda.Function;
import dev.skybridge.services.lambda.LambdaService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code aws_lambda_function}: functions in Java, from a package in a file. */
final class FunctionType implements ResourceType {
  private static final DateTimeFormatter MODIFIED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'+0000'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final LambdaService lambda;
  private final FunctionInterfaces interfaces;
  private final FunctionPackages packages;
  private final RoleRights rights;

  FunctionType(
      LambdaService lambda,
      FunctionInterfaces interfaces,
      FunctionPackages packages,
      RoleRights rights) {
    this.lambda = lambda;
    this.interfaces = interfaces;
    this.packages = packages;
    this.rights = rights;
  }

  @Override
  public String name() {
    return "aws_lambda_function";
  }

  @Override
  public Rules rules() {
    return FunctionRules.RULES;
  }

  @Override
  public ObjectValue plan(Context context, Optional<ObjectValue> prior, ObjectValue planned) {
    return FunctionPlan.adjust(prior, planned);
  }

  @Override
  public ObjectValue create(Context context, ObjectValue planned) {
    String name = planned.text("function_name");
    Arn arn = context.scope().arn("lambda", "function:" + name);
    if (lambda.function(arn).isPresent()) {
      throw new AwsException("ResourceConflictException", 409, "Function already exist: " + name);
    }
    rights.mayPass(context.scope(), context.caller(), planned.text("role"));
    ObjectValue state =
        planned
            .with("id", name)
            .with("arn", arn.toString())
            .with("qualified_arn", arn + ":$LATEST")
            .with("version", "$LATEST")
            .with("invoke_arn", invokeArn(context.region(), arn.toString()))
            .with("qualified_invoke_arn", invokeArn(context.region(), arn + ":$LATEST"))
            .with("signing_job_arn", "")
            .with("signing_profile_version_arn", "");
    return decided(context, withCode(state));
  }

  @Override
  public ObjectValue update(Context context, ObjectValue prior, ObjectValue planned) {
    if (!planned.get("role").equals(prior.get("role"))) {
      rights.mayPass(context.scope(), context.caller(), planned.text("role"));
    }
    boolean newCode =
        !planned.get("filename").equals(prior.get("filename"))
            || !planned.get("source_code_hash").equals(prior.get("source_code_hash"));
    return decided(context, newCode ? withCode(planned) : planned);
  }

  /** Takes the package in: it is content, kept by its hash, and changes no function. */
  private ObjectValue withCode(ObjectValue state) {
    String filename = state.text("filename");
    Path file = packages.resolve(filename);
    if (!Files.isRegularFile(file)) {
      throw new AwsException(
          "InvalidParameterValueException",
          400,
          "reading ZIP file (%s): open %s: no such file or directory"
              .formatted(filename, filename));
    }
    try {
      String hash = lambda.packages().add(file);
      return state
          .with("code_sha256", hash)
          .with("source_code_size", lambda.packages().size(hash))
          .orElse("source_code_hash", hash);
    } catch (IOException e) {
      throw new AwsException(
          "InvalidParameterValueException",
          400,
          "reading ZIP file (%s): %s".formatted(filename, e.getMessage()));
    }
  }

  private ObjectValue decided(Context context, ObjectValue planned) {
    if (!planned.isSet("runtime") || !planned.isSet("handler")) {
      throw new AwsException(
          "InvalidParameterValueException",
          400,
          "Runtime and Handler are mandatory parameters for functions created with deployment"
              + " packages.");
    }
    ObjectValue state =
        planned
            .orElse("architectures", new ListValue(List.of(Value.of("x86_64"))))
            .orElse("last_modified", MODIFIED.format(Instant.now()))
            .withBlocks("ephemeral_storage", List.of(storage(planned)))
            .withBlocks("tracing_config", List.of(tracing(planned)))
            .withBlocks("logging_config", List.of(logging(planned)));
    lambda.check(function(context, state));
    warnOfHandler(context, state);
    return interfaces.placed(context, state);
  }

  /** AWS takes any handler, and fails when it is invoked. */
  private void warnOfHandler(Context context, ObjectValue state) {
    Optional<DeploymentPackage> code = lambda.packages().find(state.text("code_sha256"));
    if (code.isPresent() && !code.get().hasHandlerClass(state.text("handler"))) {
      context.warn(
          "handler",
          "Handler class not found in the package",
          state.text("handler")
              + " is not in "
              + state.optionalText("filename").orElse("the package")
              + ". AWS takes such a function; each invocation fails with"
              + " java.lang.ClassNotFoundException, unless a library of the package has it.");
    }
  }

  @Override
  public void apply(Context context, ObjectValue state, PrivateData remembered) {
    if (lambda.packages().find(state.text("code_sha256")).isEmpty()) {
      withCode(state);
    }
    interfaces.apply(context, state, remembered);
    lambda.put(function(context, state));
  }

  @Override
  public void remove(Context context, ObjectValue state) {
    if (!state.flag("skip_destroy")) {
      lambda.remove(Arn.parse(state.text("arn")));
      interfaces.withdraw(context.scope(), state.text("arn"), List.of());
    }
  }

  private static Function function(Context context, ObjectValue state) {
    Optional<ObjectValue> vpc = state.block("vpc_config");
    Map<String, String> variables =
        state.block("environment").map(block -> block.textMap("variables")).orElse(Map.of());
    return new Function(
        context.scope(),
        state.text("function_name"),
        state.optionalText("description").orElse(""),
        state.text("role"),
        state.text("runtime"),
        state.text("handler"),
        state.integer("memory_size"),
        state.integer("timeout"),
        state.text("code_sha256"),
        new TreeMap<>(variables),
        vpc.map(block -> block.texts("subnet_ids")).orElse(List.of()),
        vpc.map(block -> block.texts("security_group_ids")).orElse(List.of()),
        logging(state).text("log_group"),
        state.integer("reserved_concurrent_executions"));
  }

  private static ObjectValue storage(ObjectValue state) {
    return state
        .block("ephemeral_storage")
        .map(block -> block.orElse("size", Value.of(512)))
        .orElseGet(() -> new ObjectValue(Map.of("size", Value.of(512))));
  }

  private static ObjectValue tracing(ObjectValue state) {
    return state
        .block("tracing_config")
        .orElseGet(() -> new ObjectValue(Map.of("mode", Value.of("PassThrough"))));
  }

  private static ObjectValue logging(ObjectValue state) {
    String group = "/aws/lambda/" + state.text("function_name");
    return state
        .block("logging_config")
        .map(block -> FunctionPlan.levels(block).orElse("log_group", group))
        .orElseGet(() ->
            new ObjectValue(
                Map.of(
                    "application_log_level", Value.of(""),
                    "log_format", Value.of("Text"),
                    "log_group", Value.of(group),
                    "system_log_level", Value.of(""))));
  }

  private static String invokeArn(Region region, String function) {
    return "arn:%s:apigateway:%s:lambda:path/2015-03-31/functions/%s/invocations"
        .formatted(region.partition(), region.name(), function);
  }
}
