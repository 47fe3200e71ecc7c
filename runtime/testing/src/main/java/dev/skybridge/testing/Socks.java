package dev.skybridge.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;

/** The client's side of SOCKS5 with remote names (RFC 1928). */
final class Socks {
  private static final int MILLIS = 60_000;

  private Socks() {}

  /**
   * Connects to a name or address through a door; a refusal is the exception that a program in the
   * VPC would see.
   *
   * @throws SocketTimeoutException when a gate drops the packets
   * @throws ConnectException when nothing listens there
   * @throws UnknownHostException when the VPC's resolver has no such name
   */
  static Socket connect(int door, String host, int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), door);
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(MILLIS);
      ask(socket, host, port);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private static void ask(Socket socket, String host, int port) throws IOException {
    byte[] name = host.getBytes(US_ASCII);
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(new byte[] {5, 1, 0, 5, 1, 0, 3, (byte) name.length});
    request.writeBytes(name);
    request.writeBytes(new byte[] {(byte) (port >> 8), (byte) port});
    socket.getOutputStream().write(request.toByteArray());
    DataInputStream in = new DataInputStream(socket.getInputStream());
    in.readUnsignedShort();
    in.readUnsignedByte();
    int reply = in.readUnsignedByte();
    String where = host + ":" + port;
    switch (reply) {
      case 0 -> in.readNBytes(8);
      case 4 -> throw new UnknownHostException(host);
      case 5 -> throw new ConnectException("Connection refused: " + where);
      case 6 -> throw new SocketTimeoutException("Connect timed out: " + where);
      default -> throw new NoRouteToHostException("SOCKS reply " + reply + ": " + where);
    }
  }
}
