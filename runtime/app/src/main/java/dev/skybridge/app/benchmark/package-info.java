/** The committed benchmark: start, apply, plan, cold start, warm requests, memory; medians. */
@NullMarked
package dev.skybridge.app.benchmark;

import org.jspecify.annotations.NullMarked;
