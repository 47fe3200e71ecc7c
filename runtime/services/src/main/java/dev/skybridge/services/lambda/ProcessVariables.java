package dev.skybridge.services.lambda;

import dev.skybridge.policy.Region;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The environment variables of a function's process: those that AWS defines, the function's own,
 * nothing of this machine's.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html">Lambda
 *     environment variables</a>
 */
final class ProcessVariables {
  /** What a function may not set itself. */
  private static final Set<String> RESERVED =
      Set.of(
          "_HANDLER",
          "_X_AMZN_TRACE_ID",
          "AWS_DEFAULT_REGION",
          "AWS_REGION",
          "AWS_EXECUTION_ENV",
          "AWS_LAMBDA_FUNCTION_NAME",
          "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
          "AWS_LAMBDA_FUNCTION_VERSION",
          "AWS_LAMBDA_INITIALIZATION_TYPE",
          "AWS_LAMBDA_LOG_GROUP_NAME",
          "AWS_LAMBDA_LOG_STREAM_NAME",
          "AWS_ACCESS_KEY",
          "AWS_ACCESS_KEY_ID",
          "AWS_SECRET_ACCESS_KEY",
          "AWS_SESSION_TOKEN",
          "AWS_LAMBDA_RUNTIME_API",
          "LAMBDA_TASK_ROOT",
          "LAMBDA_RUNTIME_DIR");

  private ProcessVariables() {}

  /** Those of a function's variables that AWS refuses. */
  static Set<String> reserved(Map<String, String> variables) {
    Set<String> found = new TreeSet<>(variables.keySet());
    found.retainAll(RESERVED);
    return found;
  }

  /**
   * All variables of a process.
   *
   * @param runtimeApi the port of its Runtime API
   * @param door the port of its way to DynamoDB
   */
  static Map<String, String> of(
      Function function,
      DeploymentPackage code,
      Credentials credentials,
      String logStream,
      int runtimeApi,
      int door) {
    Region region = function.scope().region();
    Map<String, String> all = new TreeMap<>();
    all.put("LANG", "en_US.UTF-8");
    all.put("TZ", ":UTC");
    all.put("PATH", "/var/lang/bin:/usr/local/bin:/usr/bin/:/bin:/opt/bin");
    all.put("LD_LIBRARY_PATH", "/var/lang/lib:/lib64:/usr/lib64:/var/runtime:/opt/lib");
    all.put("AWS_XRAY_CONTEXT_MISSING", "LOG_ERROR");
    all.put("AWS_XRAY_DAEMON_ADDRESS", "169.254.79.129:2000");
    all.putAll(function.variables());
    all.put("_HANDLER", function.handler());
    all.put("LAMBDA_TASK_ROOT", code.task().toString());
    all.put("LAMBDA_RUNTIME_DIR", "/var/runtime");
    all.put("AWS_REGION", region.name());
    all.put("AWS_DEFAULT_REGION", region.name());
    all.put("AWS_EXECUTION_ENV", "AWS_Lambda_" + function.runtime());
    all.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
    all.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    all.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memory()));
    all.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    all.put("AWS_LAMBDA_LOG_GROUP_NAME", function.logGroup());
    all.put("AWS_LAMBDA_LOG_STREAM_NAME", logStream);
    all.put("AWS_ACCESS_KEY_ID", credentials.accessKeyId());
    all.put("AWS_SECRET_ACCESS_KEY", credentials.secretAccessKey());
    all.put("AWS_SESSION_TOKEN", credentials.sessionToken());
    all.put("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:" + runtimeApi);
    // The one thing that AWS does not set: where this function's network interface is.
    all.put("AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:" + door);
    return all;
  }
}
