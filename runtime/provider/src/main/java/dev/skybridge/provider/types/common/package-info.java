/** Data sources that need no service: where we are, who calls, policy documents. */
@NullMarked
package dev.skybridge.provider.types.common;

import org.jspecify.annotations.NullMarked;
