package dev.skybridge.provider.types.lambda;

import dev.skybridge.provider.Check;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.Value;

/** What is particular to the arguments of {@code aws_lambda_function}. */
final class FunctionRules {
  /** As hashicorp/aws 5.100.0 has them. */
  private static final String[] RUNTIMES = {
    "nodejs",
    "nodejs4.3",
    "nodejs6.10",
    "nodejs8.10",
    "nodejs10.x",
    "nodejs12.x",
    "nodejs14.x",
    "nodejs16.x",
    "java8",
    "java8.al2",
    "java11",
    "python2.7",
    "python3.6",
    "python3.7",
    "python3.8",
    "python3.9",
    "dotnetcore1.0",
    "dotnetcore2.0",
    "dotnetcore2.1",
    "dotnetcore3.1",
    "dotnet6",
    "dotnet8",
    "nodejs4.3-edge",
    "go1.x",
    "ruby2.5",
    "ruby2.7",
    "provided",
    "provided.al2",
    "nodejs18.x",
    "python3.10",
    "java17",
    "ruby3.2",
    "ruby3.3",
    "ruby3.4",
    "python3.11",
    "nodejs20.x",
    "provided.al2023",
    "python3.12",
    "java21",
    "python3.13",
    "nodejs22.x"
  };

  static final Rules RULES =
      Rules.builder()
          .honours(
              "function_name",
              "description",
              "role",
              "runtime",
              "handler",
              "filename",
              "source_code_hash",
              "memory_size",
              "timeout",
              "environment.variables",
              "vpc_config.security_group_ids",
              "vpc_config.subnet_ids",
              "logging_config.log_group",
              "reserved_concurrent_executions",
              "skip_destroy",
              "timeouts.**")
          .honoursOnly("package_type", Value.of("Zip"))
          .honoursOnly("publish", Value.of(false))
          .honoursOnly("logging_config.log_format", Value.of("Text"))
          .honoursOnly("tracing_config.mode", Value.of("PassThrough"))
          .honoursOnly("ephemeral_storage.size", Value.of(512))
          .honoursOnly("vpc_config.ipv6_allowed_for_dual_stack", Value.of(false))
          .defaults("memory_size", 128)
          .defaults("package_type", "Zip")
          .defaults("publish", false)
          .defaults("reserved_concurrent_executions", -1)
          .defaults("skip_destroy", false)
          .defaults("timeout", 3)
          .defaults("vpc_config.ipv6_allowed_for_dual_stack", false)
          .forceNew("function_name", "package_type")
          .computedBlocks("ephemeral_storage", "logging_config", "tracing_config")
          .exactlyOneOf("filename", "image_uri", "s3_bucket")
          .refuses("image_uri", "functions come as packages in a file (filename)")
          .refuses("s3_bucket", "functions come as packages in a file (filename)")
          .refuses("layers", "layers are not served: put libraries into the package")
          .oneOf("package_type", "Zip", "Image")
          .oneOf("runtime", RUNTIMES)
          .check("memory_size", Check.between(128, 10240))
          .tags()
          .build();

  private FunctionRules() {}
}
