package dev.skybridge.app.benchmark;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** One kept HTTP/1.1 connection through the client's door; a request at a time. */
final class Connection implements AutoCloseable {
  private final String host;
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  Connection(int socksPort, String host, SSLContext trust) throws IOException {
    this.host = host;
    Socket through =
        new Socket(
            new Proxy(
                Proxy.Type.SOCKS,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), socksPort)));
    through.setTcpNoDelay(true);
    through.connect(InetSocketAddress.createUnresolved(host, 443));
    SSLSocket secure = (SSLSocket) trust.getSocketFactory().createSocket(through, host, 443, true);
    secure.setSoTimeout(30_000);
    secure.startHandshake();
    this.socket = secure;
    this.in = new BufferedInputStream(secure.getInputStream());
    this.out = secure.getOutputStream();
  }

  /** Sends a request and reads its answer whole; returns the status. */
  int send(String method, String path, String body) throws IOException {
    byte[] content = body.getBytes(UTF_8);
    String head =
        method
            + " "
            + path
            + " HTTP/1.1\r\nHost: "
            + host
            + "\r\nContent-Type: application/json\r\nContent-Length: "
            + content.length
            + "\r\n\r\n";
    byte[] request = new byte[head.length() + content.length];
    System.arraycopy(head.getBytes(ISO_8859_1), 0, request, 0, head.length());
    System.arraycopy(content, 0, request, head.length(), content.length);
    out.write(request);
    out.flush();
    int status = Integer.parseInt(line().split(" ", 3)[1]);
    int length = 0;
    for (String line = line(); !line.isEmpty(); line = line()) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring("content-length:".length()).strip());
      }
    }
    if (in.readNBytes(length).length < length) {
      throw new EOFException("answer cut short");
    }
    return status;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("connection closed");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
