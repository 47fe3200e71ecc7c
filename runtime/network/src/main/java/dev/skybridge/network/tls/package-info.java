/** How a side of a connection does TLS: protocols, suites, certificates. */
@NullMarked
package dev.skybridge.network.tls;

import org.jspecify.annotations.NullMarked;
