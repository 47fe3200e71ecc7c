/** Tests of {@code kms}. */
@NullMarked
package dev.skybridge.services.kms;

import org.jspecify.annotations.NullMarked;
