@NullMarked
package dev.skybridge.testing;

import org.jspecify.annotations.NullMarked;
