package dev.skybridge.provider.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A protocol buffer message as it came, by field number; of a repeated field the last one counts,
 * which is all that Terraform's requests need.
 */
final class WireMessage {
  private final Map<Integer, Long> numbers = new HashMap<>();
  private final Map<Integer, byte[]> fields = new HashMap<>();

  private WireMessage() {}

  /**
   * Reads a message.
   *
   * @throws MalformedMessageException when the bytes are none
   */
  static WireMessage read(byte[] bytes) {
    var message = new WireMessage();
    var in = ByteBuffer.wrap(bytes);
    try {
      while (in.hasRemaining()) {
        message.field(in);
      }
    } catch (BufferUnderflowException e) {
      throw new MalformedMessageException("ends too early");
    }
    return message;
  }

  private void field(ByteBuffer in) {
    long tag = varint(in);
    int field = (int) (tag >>> 3);
    switch ((int) (tag & 7)) {
      case 0 -> numbers.put(field, varint(in));
      case 1 -> numbers.put(field, in.getLong());
      case 2 -> {
        long length = varint(in);
        if (length < 0 || length > in.remaining()) {
          throw new MalformedMessageException("ends too early");
        }
        var bytes = new byte[(int) length];
        in.get(bytes);
        fields.put(field, bytes);
      }
      case 5 -> numbers.put(field, (long) in.getInt());
      default -> throw new MalformedMessageException("no wire type: " + (tag & 7));
    }
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte next = in.get();
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new MalformedMessageException("number too long");
  }

  String text(int field) {
    return new String(bytes(field), UTF_8);
  }

  long number(int field) {
    return numbers.getOrDefault(field, 0L);
  }

  byte[] bytes(int field) {
    return fields.getOrDefault(field, new byte[0]);
  }

  Optional<WireMessage> message(int field) {
    return Optional.ofNullable(fields.get(field)).map(WireMessage::read);
  }
}
