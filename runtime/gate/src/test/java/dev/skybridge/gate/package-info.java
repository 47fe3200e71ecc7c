@NullMarked
package dev.skybridge.gate;

import org.jspecify.annotations.NullMarked;
