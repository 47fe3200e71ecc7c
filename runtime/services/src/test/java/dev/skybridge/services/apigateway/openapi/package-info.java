@NullMarked
package dev.skybridge.services.apigateway.openapi;

import org.jspecify.annotations.NullMarked;
