package dev.skybridge.provider.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** Writes one protocol buffer message; fields with their default value are left out. */
final class WireWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  byte[] bytes() {
    return out.toByteArray();
  }

  WireWriter number(int field, long value) {
    if (value != 0) {
      varint((long) field << 3);
      varint(value);
    }
    return this;
  }

  /** A number that is written even when it is 0, as in a oneof. */
  WireWriter chosenNumber(int field, long value) {
    varint((long) field << 3);
    varint(value);
    return this;
  }

  WireWriter flag(int field, boolean value) {
    return number(field, value ? 1 : 0);
  }

  WireWriter text(int field, String value) {
    return value.isEmpty() ? this : bytes(field, value.getBytes(UTF_8));
  }

  WireWriter message(int field, WireWriter message) {
    return bytes(field, message.bytes());
  }

  WireWriter bytes(int field, byte[] value) {
    varint(((long) field << 3) | 2);
    varint(value.length);
    out.writeBytes(value);
    return this;
  }

  private void varint(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
