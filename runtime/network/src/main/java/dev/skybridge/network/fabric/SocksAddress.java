package dev.skybridge.network.fabric;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.skybridge.network.Ipv4;
import java.io.DataInputStream;
import java.io.IOException;

/** The address in a SOCKS5 request: four bytes, or a name. */
final class SocksAddress {
  static final int IPV4 = 1;
  static final int NAME = 3;

  private SocksAddress() {}

  /** Reads the address or name of {@code type}, which is one of the two. */
  static String read(int type, DataInputStream in) throws IOException {
    if (type == IPV4) {
      return new Ipv4(in.readInt()).toString();
    }
    byte[] name = new byte[in.readUnsignedByte()];
    in.readFully(name);
    return new String(name, ISO_8859_1);
  }
}
