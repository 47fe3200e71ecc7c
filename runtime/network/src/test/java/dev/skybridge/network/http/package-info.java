@NullMarked
package dev.skybridge.network.http;

import org.jspecify.annotations.NullMarked;
