/** Tests of {@code api}. */
@NullMarked
package dev.skybridge.services.api;

import org.jspecify.annotations.NullMarked;
