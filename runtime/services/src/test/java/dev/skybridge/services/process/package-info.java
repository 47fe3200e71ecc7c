@NullMarked
package dev.skybridge.services.process;

import org.jspecify.annotations.NullMarked;
