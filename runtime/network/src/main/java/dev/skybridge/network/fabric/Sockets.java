package dev.skybridge.network.fabric;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** What blocking sockets need. */
final class Sockets {
  private static final int BUFFER = 32 << 10;

  private Sockets() {}

  /** Closes, whatever happens: a socket that fails to close is as good as closed. */
  static void close(Closeable socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // nothing is left to be done
    }
  }

  /** Carries bytes from one socket to the other until the end, then says so to the other. */
  static void pump(Socket from, Socket to) {
    byte[] buffer = new byte[BUFFER];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
      }
      to.shutdownOutput();
    } catch (IOException e) {
      close(from);
      close(to);
    }
  }
}
