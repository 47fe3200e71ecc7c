@NullMarked
package dev.skybridge.provider.protocol;

import org.jspecify.annotations.NullMarked;
