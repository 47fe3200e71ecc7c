/** Terraform's own checks and tests, and what is true of the files as they are written. */
@NullMarked
package dev.skybridge.infrastructure;

import org.jspecify.annotations.NullMarked;
