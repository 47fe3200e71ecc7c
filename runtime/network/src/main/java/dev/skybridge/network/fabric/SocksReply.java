package dev.skybridge.network.fabric;

import dev.skybridge.network.Ipv4;
import java.nio.ByteBuffer;

/** The answers to a SOCKS5 request (RFC 1928, section 6). */
enum SocksReply {
  SUCCEEDED(0),
  HOST_UNREACHABLE(4),
  CONNECTION_REFUSED(5),
  TTL_EXPIRED(6),
  COMMAND_NOT_SUPPORTED(7),
  ADDRESS_TYPE_NOT_SUPPORTED(8);

  private static final int VERSION = 5;
  private static final int IPV4 = 1;

  private final int code;

  SocksReply(int code) {
    this.code = code;
  }

  /**
   * The bytes of the answer.
   *
   * @param bound the address that the connection leaves from
   * @param port its port
   */
  byte[] bytes(Ipv4 bound, int port) {
    return ByteBuffer.allocate(10)
        .put((byte) VERSION)
        .put((byte) code)
        .put((byte) 0)
        .put((byte) IPV4)
        .put(bound.bytes())
        .putShort((short) port)
        .array();
  }

  /** The bytes of an answer without an address. */
  byte[] bytes() {
    return bytes(new Ipv4(0), 0);
  }
}
