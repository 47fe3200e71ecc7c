/** Functions and their permissions. */
@NullMarked
package dev.skybridge.provider.types.lambda;

import org.jspecify.annotations.NullMarked;
