/** Terraform's {@code aws_api_gateway_...} types. */
@NullMarked
package dev.skybridge.provider.types.apigateway;

import org.jspecify.annotations.NullMarked;
