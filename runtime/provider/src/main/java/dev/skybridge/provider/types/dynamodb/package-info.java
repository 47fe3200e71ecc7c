/** Tables. */
@NullMarked
package dev.skybridge.provider.types.dynamodb;

import org.jspecify.annotations.NullMarked;
