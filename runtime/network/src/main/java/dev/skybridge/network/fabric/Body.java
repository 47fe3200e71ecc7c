package dev.skybridge.network.fabric;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/** The body of a message as it comes in, up to a limit. */
final class Body {
  private static final byte[] NONE = {};

  private final int limit;
  private byte[] bytes = NONE;
  private int length;

  /**
   * @param limit how long it may be, in bytes
   */
  Body(int limit) {
    this.limit = limit;
  }

  /** Adds what came; false if the body is too long now. */
  boolean add(ByteBuf part) {
    int more = part.readableBytes();
    if (more > limit - length) {
      return false;
    }
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, Math.min(limit, bytes.length * 2)));
    }
    part.getBytes(part.readerIndex(), bytes, length, more);
    length += more;
    return true;
  }

  /** The whole body; the next one begins. */
  byte[] take() {
    byte[] whole = length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    bytes = NONE;
    length = 0;
    return whole;
  }
}
