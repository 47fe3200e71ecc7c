@NullMarked
package dev.skybridge.services.logs;

import org.jspecify.annotations.NullMarked;
