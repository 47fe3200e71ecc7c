package dev.skybridge.testing;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import javax.net.ssl.SSLContext;

/**
 * A program that runs behind a network interface of a VPC: what it asks for goes through that VPC's
 * resolver, routes and security groups. It trusts the organization's certificate authority.
 * Thread-safe.
 */
public final class VpcClient {
  private final int door;
  private final SSLContext trust;

  /**
   * @param door the port on 127.0.0.1 of the interface's SOCKS door
   */
  VpcClient(int door, SSLContext trust) {
    this.door = door;
    this.trust = requireNonNull(trust);
  }

  /** The port on 127.0.0.1 through which any program acts as the interface (SOCKS5). */
  public int door() {
    return door;
  }

  /**
   * Sends a request over a connection of its own and reads the answer.
   *
   * @throws java.net.SocketTimeoutException when a gate drops the packets
   * @throws java.net.ConnectException when nothing listens at the address
   * @throws java.net.UnknownHostException when the VPC's resolver has no such name
   * @throws javax.net.ssl.SSLException when the certificate is not trusted or not for the name
   * @throws IOException when the connection ends before the answer does
   */
  public Answer send(Request request) throws IOException {
    try (VpcConnection connection = connect(request.url().getHost(), request.port())) {
      return connection.send(request);
    }
  }

  /** The same without looking at the certificate, as {@code curl -k} does. */
  public Answer sendUnverified(Request request) throws IOException {
    try (VpcConnection connection =
        VpcConnection.open(
            door, request.url().getHost(), request.port(), Trust.everybody(), false)) {
      return connection.send(request);
    }
  }

  /** Opens a TCP connection and closes it again; says nothing. */
  public void touch(String host, int port) throws IOException {
    Socks.connect(door, host, port).close();
  }

  /** A connection on which several requests can be sent, one after the other. */
  public VpcConnection connect(String host, int port) throws IOException {
    return VpcConnection.open(door, host, port, trust, true);
  }
}
