/**
 * Addresses, VPCs and what may reach what: the pure part of the network. Nothing here opens a
 * socket, starts a thread or reads a clock.
 *
 * <p>People see AWS-side addresses (192.168.2.10) everywhere; {@link
 * dev.skybridge.network.Topology#loopback} alone knows the loopback address behind one.
 */
@NullMarked
package dev.skybridge.network;

import org.jspecify.annotations.NullMarked;
