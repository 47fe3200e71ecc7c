/** The program: the only room that knows all others. */
@NullMarked
package dev.skybridge.app;

import org.jspecify.annotations.NullMarked;
