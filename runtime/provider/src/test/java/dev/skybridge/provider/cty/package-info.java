@NullMarked
package dev.skybridge.provider.cty;

import org.jspecify.annotations.NullMarked;
