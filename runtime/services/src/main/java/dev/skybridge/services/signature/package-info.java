/** Signature Version 4: who sent a request. Shared by the services that are called over HTTP. */
@NullMarked
package dev.skybridge.services.signature;

import org.jspecify.annotations.NullMarked;
