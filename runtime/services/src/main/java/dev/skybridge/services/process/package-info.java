/** Processes that a service starts: each is remembered on disk until it ends. */
@NullMarked
package dev.skybridge.services.process;

import org.jspecify.annotations.NullMarked;
