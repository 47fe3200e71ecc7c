/** Tests of {@code iam}. */
@NullMarked
package dev.skybridge.services.iam;

import org.jspecify.annotations.NullMarked;
