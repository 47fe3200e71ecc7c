/** Tests of {@code sts}. */
@NullMarked
package dev.skybridge.services.sts;

import org.jspecify.annotations.NullMarked;
