/** The command line: one class per command. */
@NullMarked
package dev.skybridge.app.cli;

import org.jspecify.annotations.NullMarked;
