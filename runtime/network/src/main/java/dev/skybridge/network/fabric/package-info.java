/**
 * The network in motion: sockets on loopback addresses behind the AWS-side ones, TLS, HTTP, SOCKS,
 * DNS. {@link dev.skybridge.network.fabric.Fabric} is the one door; only this package knows the
 * engines (Netty, dnsjava).
 *
 * <h2>Concurrency: who owns each thread and lock</h2>
 *
 * <ul>
 *   <li><b>Event loops</b> ({@code skybridge-network-*}, 2 to 4 per fabric, owned by {@code
 *       Loops}): move bytes, do TLS and framing, never block and never call a handler. A connection
 *       belongs to one loop for its life; the state of {@code Http1Exchange}, {@code
 *       Http2Exchange}, {@code ClientExchange} and {@code AfterHandshake} is touched on that loop
 *       alone.
 *   <li><b>Handlers</b> ({@code http-*}, virtual, one per request, owned by the listening's {@code
 *       Handling}): may block. Closing the listening interrupts them. An answer goes back to the
 *       connection's loop as a task.
 *   <li><b>Senders</b>: whoever calls {@code HttpClient.send}; blocks until the answer is there. A
 *       {@code ClientConnection} belongs to the sender that took it from its {@code
 *       ConnectionPool}, whose own lock is held for moments and never while waiting.
 *   <li><b>Doors</b> ({@code socks-*}, virtual): one accepts, two per program carry bytes.
 *   <li><b>DNS</b> ({@code dns-*}, virtual): one reads datagrams, one accepts, one per TCP
 *       connection.
 *   <li><b>Shared state</b>: {@code Links} and {@code Listenings} are concurrent maps; the topology
 *       and a listening's mode are volatile references to immutable values, read once per
 *       connection; {@code ServerTls} locks itself while it makes a context. No lock is taken under
 *       another.
 * </ul>
 *
 * <p>{@code Fabric.close} ends all of these and waits for them.
 */
@NullMarked
package dev.skybridge.network.fabric;

import org.jspecify.annotations.NullMarked;
