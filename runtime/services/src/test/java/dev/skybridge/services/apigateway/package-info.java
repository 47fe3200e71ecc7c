@NullMarked
package dev.skybridge.services.apigateway;

import org.jspecify.annotations.NullMarked;
