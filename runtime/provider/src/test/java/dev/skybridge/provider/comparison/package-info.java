/** Compares our plans with the real provider's, case by case. */
@NullMarked
package dev.skybridge.provider.comparison;

import org.jspecify.annotations.NullMarked;
