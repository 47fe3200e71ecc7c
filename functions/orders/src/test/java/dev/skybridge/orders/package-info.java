/** Tests of the order functions. */
@NullMarked
package dev.skybridge.orders;

import org.jspecify.annotations.NullMarked;
