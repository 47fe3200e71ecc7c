/**
 * OpenAPI 3.0 as API Gateway imports it for a REST API: parsed strictly, every problem collected.
 */
@NullMarked
package dev.skybridge.services.apigateway.openapi;

import org.jspecify.annotations.NullMarked;
