@NullMarked
package dev.skybridge.network.dns;

import org.jspecify.annotations.NullMarked;
