/** Tests of {@code secretsmanager}. */
@NullMarked
package dev.skybridge.services.secretsmanager;

import org.jspecify.annotations.NullMarked;
