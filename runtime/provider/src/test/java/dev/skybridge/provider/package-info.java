@NullMarked
package dev.skybridge.provider;

import org.jspecify.annotations.NullMarked;
