@NullMarked
package dev.skybridge.network.fabric;

import org.jspecify.annotations.NullMarked;
