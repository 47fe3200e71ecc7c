/** The composition root: services, network and provider put together. */
@NullMarked
package dev.skybridge.app.wiring;

import org.jspecify.annotations.NullMarked;
