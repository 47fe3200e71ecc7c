@NullMarked
package dev.skybridge.app.cli;

import org.jspecify.annotations.NullMarked;
