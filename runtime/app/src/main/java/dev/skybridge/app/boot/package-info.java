/** Booting from the committed snapshot or from the inventory of an earlier run. */
@NullMarked
package dev.skybridge.app.boot;

import org.jspecify.annotations.NullMarked;
