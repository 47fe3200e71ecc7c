/**
 * VPC endpoints: interface endpoints, which pass TLS through to {@code execute-api}, and gateway
 * endpoints, which are a route and a policy.
 */
@NullMarked
package dev.skybridge.services.privatelink;

import org.jspecify.annotations.NullMarked;
