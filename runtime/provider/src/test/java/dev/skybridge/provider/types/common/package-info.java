@NullMarked
package dev.skybridge.provider.types.common;

import org.jspecify.annotations.NullMarked;
