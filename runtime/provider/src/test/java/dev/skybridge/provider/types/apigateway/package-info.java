@NullMarked
package dev.skybridge.provider.types.apigateway;

import org.jspecify.annotations.NullMarked;
