/** Tests of the identity types. */
@NullMarked
package dev.skybridge.provider.types.identity;

import org.jspecify.annotations.NullMarked;
