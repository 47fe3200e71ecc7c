@NullMarked
package dev.skybridge.app.preparation;

import org.jspecify.annotations.NullMarked;
