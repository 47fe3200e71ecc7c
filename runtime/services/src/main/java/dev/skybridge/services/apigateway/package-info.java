/**
 * API Gateway: REST APIs as imported, deployed and staged, custom domain names, and {@code
 * execute-api}, the front door behind interface endpoints that serves private APIs.
 */
@NullMarked
package dev.skybridge.services.apigateway;

import org.jspecify.annotations.NullMarked;
