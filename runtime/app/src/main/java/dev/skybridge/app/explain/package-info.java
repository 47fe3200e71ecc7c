/**
 * Explanations: what the gates of a request decided, where each statement is written down, and what
 * would let a refused request pass. Nothing is decided here; traces are read.
 */
@NullMarked
package dev.skybridge.app.explain;

import org.jspecify.annotations.NullMarked;
