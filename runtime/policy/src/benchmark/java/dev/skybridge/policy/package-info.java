/** What decisions cost. */
@NullMarked
package dev.skybridge.policy;

import org.jspecify.annotations.NullMarked;
