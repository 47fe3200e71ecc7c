package dev.skybridge.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** One kept HTTPS connection (HTTP/1.1); a request at a time. */
public final class VpcConnection implements AutoCloseable {
  private static final int MILLIS = 90_000;

  private final SSLSocket socket;
  private final InputStream in;

  private VpcConnection(SSLSocket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  static VpcConnection open(int door, String host, int port, SSLContext trust, boolean verify)
      throws IOException {
    Socket through = Socks.connect(door, host, port);
    try {
      SSLSocket secure =
          (SSLSocket) trust.getSocketFactory().createSocket(through, host, port, true);
      secure.setSoTimeout(MILLIS);
      if (verify) {
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
      }
      secure.startHandshake();
      return new VpcConnection(secure);
    } catch (IOException e) {
      through.close();
      throw e;
    }
  }

  /** Sends and reads the answer. */
  public Answer send(Request request) throws IOException {
    socket.getOutputStream().write(request.bytes());
    return Answer.read(in, request.method());
  }

  /** What the handshake agreed on, e.g. {@code TLSv1.3}. */
  public String protocol() {
    return socket.getSession().getProtocol();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
