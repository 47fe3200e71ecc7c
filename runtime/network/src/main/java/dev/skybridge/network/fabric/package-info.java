/**
 * The network in motion: sockets on loopback addresses behind the AWS-side ones, TLS, HTTP, SOCKS,
 * DNS. {@link dev.skybridge.network.fabric.Fabric} is the one door; only this package knows the
 * engines (Netty, dnsjava).
 */
@NullMarked
package dev.skybridge.network.fabric;

import org.jspecify.annotations.NullMarked;
