/** The data folder of a run: format, lock, run file, inventory. */
@NullMarked
package dev.skybridge.app.data;

import org.jspecify.annotations.NullMarked;
