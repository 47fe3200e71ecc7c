package dev.skybridge.network.fabric;

import dev.skybridge.network.Ipv4;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;

/** Asks a door for a connection (RFC 1928). */
final class SocksClient {
  private SocksClient() {}

  /** Greets and asks; the answer's code is 0 when the connection stands. */
  static int connect(Socket program, Ipv4 address, int port) throws IOException {
    DataInputStream in = new DataInputStream(program.getInputStream());
    program.getOutputStream().write(new byte[] {5, 1, 0});
    in.readNBytes(2);
    ByteBuffer request = ByteBuffer.allocate(10).put(new byte[] {5, 1, 0, 1});
    program.getOutputStream().write(request.put(address.bytes()).putShort((short) port).array());
    byte[] answer = in.readNBytes(10);
    return answer[1];
  }
}
