@NullMarked
package dev.skybridge.network;

import org.jspecify.annotations.NullMarked;
