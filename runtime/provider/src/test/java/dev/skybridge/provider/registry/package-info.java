@NullMarked
package dev.skybridge.provider.registry;

import org.jspecify.annotations.NullMarked;
