/** Unmodified clients against the engine behind a small HTTP door. */
@NullMarked
package dev.skybridge.dynamodb.clients;

import org.jspecify.annotations.NullMarked;
