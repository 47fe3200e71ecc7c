@NullMarked
package dev.skybridge.app.tables;

import org.jspecify.annotations.NullMarked;
