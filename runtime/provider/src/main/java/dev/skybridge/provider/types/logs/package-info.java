/** Log groups. */
@NullMarked
package dev.skybridge.provider.types.logs;

import org.jspecify.annotations.NullMarked;
