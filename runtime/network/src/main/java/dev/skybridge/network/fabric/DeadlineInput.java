package dev.skybridge.network.fabric;

import java.io.FilterInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * Reads from a socket until a moment, however the bytes drip in: a time-out of the socket itself
 * begins anew with each byte. One thread uses it at a time.
 */
final class DeadlineInput extends FilterInputStream {
  private final Socket socket;
  private long deadline;

  DeadlineInput(Socket socket) throws IOException {
    super(socket.getInputStream());
    this.socket = socket;
  }

  /** What is read from now on must be there within {@code time}. */
  void within(Duration time) {
    deadline = System.nanoTime() + time.toNanos();
  }

  @Override
  public int read() throws IOException {
    limit();
    return in.read();
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    limit();
    return in.read(bytes, offset, length);
  }

  private void limit() throws IOException {
    long left = (deadline - System.nanoTime()) / 1_000_000;
    if (left <= 0) {
      throw new SocketTimeoutException("the rest did not come in time");
    }
    socket.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
  }
}
