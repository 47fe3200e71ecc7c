package dev.skybridge.network.http;

import static java.util.Objects.requireNonNull;

import dev.skybridge.gate.Step;
import dev.skybridge.gate.Trace;
import dev.skybridge.network.Ipv4;
import java.util.List;
import java.util.Optional;

/**
 * The other side of the connection over which a request came. Addresses are AWS-side ones
 * (192.168.x); on a local listening they are 127.0.0.1.
 *
 * @param address the source address
 * @param port the source port
 * @param interfaceId the network interface that the source address belongs to, empty on a local
 *     listening
 * @param localAddress the address that was connected to
 * @param localPort the port that was connected to
 * @param tls what the handshake agreed on; empty where there is no TLS
 * @param trace the trace of the request that the sending side, being in this program, works for: it
 *     comes beside the wire, so nobody can forge it; empty for other senders
 * @param opening the steps (DNS, security groups, route) that were taken when the connection was
 *     opened; on a later request over the same connection each is marked {@code (connection
 *     reused)}; empty where {@code trace} is there, for that has them already
 */
public record Peer(
    Ipv4 address,
    int port,
    Optional<String> interfaceId,
    Ipv4 localAddress,
    int localPort,
    Optional<Tls> tls,
    Optional<Trace> trace,
    List<Step> opening) {
  private static final Ipv4 NOWHERE = new Ipv4(0);

  /** Nobody: the peer of a request that is to be sent. */
  public static final Peer NONE =
      new Peer(
          NOWHERE, 0, Optional.empty(), NOWHERE, 0, Optional.empty(), Optional.empty(), List.of());

  public Peer {
    requireNonNull(address);
    requireNonNull(interfaceId);
    requireNonNull(localAddress);
    requireNonNull(tls);
    requireNonNull(trace);
    opening = List.copyOf(opening);
  }

  /**
   * What a TLS handshake agreed on.
   *
   * @param protocol {@code TLSv1.2} or {@code TLSv1.3}
   * @param cipher the suite by its OpenSSL name, as AWS writes it: {@code
   *     ECDHE-ECDSA-AES128-GCM-SHA256}, {@code TLS_AES_128_GCM_SHA256}
   * @param serverName the name that the client asked for (SNI), empty if it named none
   */
  public record Tls(String protocol, String cipher, Optional<String> serverName) {
    public Tls {
      requireNonNull(protocol);
      requireNonNull(cipher);
      requireNonNull(serverName);
    }
  }
}
