@NullMarked
package dev.skybridge.app.data;

import org.jspecify.annotations.NullMarked;
