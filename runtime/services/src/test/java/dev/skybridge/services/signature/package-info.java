/** Tests of {@code signature}. */
@NullMarked
package dev.skybridge.services.signature;

import org.jspecify.annotations.NullMarked;
