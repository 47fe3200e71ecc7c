package dev.skybridge.provider.cty;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;

/** The MessagePack forms that Terraform's values need. */
final class MsgPackWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  byte[] bytes() {
    return out.toByteArray();
  }

  void nil() {
    out.write(0xc0);
  }

  /** Extension type 0 with one byte of payload. */
  void unknown() {
    out.write(0xd4);
    out.write(0);
    out.write(0);
  }

  void bool(boolean value) {
    out.write(value ? 0xc3 : 0xc2);
  }

  void text(String text) {
    var bytes = text.getBytes(UTF_8);
    if (bytes.length < 32) {
      out.write(0xa0 | bytes.length);
    } else {
      length(bytes.length, 0xd9, 0xda, 0xdb);
    }
    out.writeBytes(bytes);
  }

  void binary(String text) {
    var bytes = text.getBytes(UTF_8);
    length(bytes.length, 0xc4, 0xc5, 0xc6);
    out.writeBytes(bytes);
  }

  /** A float only where it is exact; a decimal string otherwise. */
  void number(BigDecimal number) {
    if (number.scale() <= 0 && number.toBigInteger().bitLength() < 64) {
      integer(number.longValueExact());
      return;
    }
    double approximate = number.doubleValue();
    if (Double.isFinite(approximate) && new BigDecimal(approximate).compareTo(number) == 0) {
      out.write(0xcb);
      out.writeBytes(ByteBuffer.allocate(8).putDouble(approximate).array());
    } else {
      text(number.toPlainString());
    }
  }

  private void integer(long number) {
    if (number >= -32 && number < 128) {
      out.write((int) number);
    } else {
      out.write(0xd3);
      out.writeBytes(ByteBuffer.allocate(8).putLong(number).array());
    }
  }

  void array(int size) {
    if (size < 16) {
      out.write(0x90 | size);
    } else {
      wide(size, 0xdc, 0xdd);
    }
  }

  void map(int size) {
    if (size < 16) {
      out.write(0x80 | size);
    } else {
      wide(size, 0xde, 0xdf);
    }
  }

  private void length(int length, int one, int two, int four) {
    if (length < 256) {
      out.write(one);
      out.write(length);
    } else {
      wide(length, two, four);
    }
  }

  private void wide(int length, int two, int four) {
    if (length < 65536) {
      out.write(two);
      out.write(length >> 8);
      out.write(length);
    } else {
      out.write(four);
      out.writeBytes(ByteBuffer.allocate(4).putInt(length).array());
    }
  }
}
