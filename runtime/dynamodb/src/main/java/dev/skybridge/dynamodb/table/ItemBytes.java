package dev.skybridge.dynamodb.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.skybridge.dynamodb.model.AttributeValue;
import dev.skybridge.dynamodb.model.Binary;
import dev.skybridge.dynamodb.model.Decimal;
import dev.skybridge.dynamodb.model.Item;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * An item as bytes: counts and lengths as base-128 numbers, low groups first; a byte for the type;
 * texts in UTF-8, numbers as their decimal text. This is part of the file's format.
 */
public final class ItemBytes {
  private static final AttributeValue.Type[] TYPES = {
    AttributeValue.Type.S,
    AttributeValue.Type.N,
    AttributeValue.Type.B,
    AttributeValue.Type.BOOL,
    AttributeValue.Type.NULL,
    AttributeValue.Type.L,
    AttributeValue.Type.M,
    AttributeValue.Type.SS,
    AttributeValue.Type.NS,
    AttributeValue.Type.BS
  };

  private ItemBytes() {}

  /** The item as bytes. */
  public static byte[] encode(Item item) {
    Output output = new Output();
    output.map(item.attributes());
    return Arrays.copyOf(output.bytes, output.at);
  }

  /** The item that the bytes are of. */
  public static Item decode(byte[] bytes) {
    return new Item(new Input(bytes).map());
  }

  private static final class Output {
    private byte[] bytes = new byte[512];
    private int at;

    void map(Map<String, AttributeValue> values) {
      number(values.size());
      values.forEach((name, value) -> {
        text(name);
        value(value);
      });
    }

    private void value(AttributeValue value) {
      room(1);
      bytes[at++] = (byte) Arrays.asList(TYPES).indexOf(value.type());
      switch (value) {
        case AttributeValue.S string -> text(string.value());
        case AttributeValue.N number -> text(number.value().toString());
        case AttributeValue.B binary -> blob(binary.value().bytes());
        case AttributeValue.BOOL truth -> number(truth.value() ? 1 : 0);
        case AttributeValue.NULL nothing -> {}
        case AttributeValue.L list -> {
          number(list.values().size());
          list.values().forEach(this::value);
        }
        case AttributeValue.M map -> map(map.values());
        case AttributeValue.SS strings -> {
          number(strings.values().size());
          strings.values().forEach(this::text);
        }
        case AttributeValue.NS numbers -> {
          number(numbers.values().size());
          numbers.values().forEach(number -> text(number.toString()));
        }
        case AttributeValue.BS binaries -> {
          number(binaries.values().size());
          binaries.values().forEach(binary -> blob(binary.bytes()));
        }
      }
    }

    private void text(String text) {
      blob(text.getBytes(UTF_8));
    }

    private void blob(byte[] blob) {
      number(blob.length);
      room(blob.length);
      System.arraycopy(blob, 0, bytes, at, blob.length);
      at += blob.length;
    }

    private void number(int number) {
      room(5);
      int rest = number;
      while (rest > 0x7f) {
        bytes[at++] = (byte) (rest | 0x80);
        rest >>>= 7;
      }
      bytes[at++] = (byte) rest;
    }

    private void room(int wanted) {
      if (bytes.length - at < wanted) {
        bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, at + wanted));
      }
    }
  }

  private static final class Input {
    private final byte[] bytes;
    private int at;

    Input(byte[] bytes) {
      this.bytes = bytes;
    }

    Map<String, AttributeValue> map() {
      int size = number();
      Map<String, AttributeValue> values = LinkedHashMap.newLinkedHashMap(size);
      for (int i = 0; i < size; i++) {
        values.put(text(), value());
      }
      return values;
    }

    private AttributeValue value() {
      return switch (TYPES[bytes[at++]]) {
        case S -> new AttributeValue.S(text());
        case N -> new AttributeValue.N(decimal());
        case B -> new AttributeValue.B(binary());
        case BOOL -> new AttributeValue.BOOL(number() == 1);
        case NULL -> new AttributeValue.NULL();
        case L -> new AttributeValue.L(list(this::value));
        case M -> new AttributeValue.M(map());
        case SS -> new AttributeValue.SS(list(this::text));
        case NS -> new AttributeValue.NS(list(this::decimal));
        case BS -> new AttributeValue.BS(list(this::binary));
      };
    }

    private <E> List<E> list(Supplier<E> element) {
      int size = number();
      List<E> list = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        list.add(element.get());
      }
      return list;
    }

    private String text() {
      int length = number();
      at += length;
      return new String(bytes, at - length, length, UTF_8);
    }

    private Decimal decimal() {
      return Decimal.parse(text());
    }

    private Binary binary() {
      int length = number();
      at += length;
      return Binary.of(Arrays.copyOfRange(bytes, at - length, at));
    }

    private int number() {
      int number = 0;
      for (int shift = 0; ; shift += 7) {
        byte part = bytes[at++];
        number |= (part & 0x7f) << shift;
        if (part >= 0) {
          return number;
        }
      }
    }
  }
}
