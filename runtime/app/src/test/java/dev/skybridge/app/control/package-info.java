@NullMarked
package dev.skybridge.app.control;

import org.jspecify.annotations.NullMarked;
