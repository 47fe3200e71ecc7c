/**
 * The line between the command line and a running runtime: one JSON line each way on a unix socket.
 */
@NullMarked
package dev.skybridge.app.control;

import org.jspecify.annotations.NullMarked;
