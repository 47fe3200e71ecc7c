/** The words in which every boundary decides: {@code Gate}, {@code Verdict}, {@code Trace}. */
@NullMarked
package dev.skybridge.gate;

import org.jspecify.annotations.NullMarked;
