/** Requests of the client instance, sent by this program itself. */
@NullMarked
package dev.skybridge.app.client;

import org.jspecify.annotations.NullMarked;
