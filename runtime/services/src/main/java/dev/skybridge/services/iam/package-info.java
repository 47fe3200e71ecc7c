/** Roles, their policies and instance profiles. */
@NullMarked
package dev.skybridge.services.iam;

import org.jspecify.annotations.NullMarked;
