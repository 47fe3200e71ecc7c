/** Tables for people: shown, exported and imported. */
@NullMarked
package dev.skybridge.app.tables;

import org.jspecify.annotations.NullMarked;
