package dev.skybridge.provider.cty;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Reads one value; never reads past its bytes nor believes a length that they cannot hold. */
final class MsgPackReader {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int DEEPEST = 100;

  private final ByteBuffer in;

  MsgPackReader(byte[] bytes) {
    in = ByteBuffer.wrap(bytes);
  }

  void end() {
    if (in.hasRemaining()) {
      throw new MalformedValueException(in.remaining() + " bytes too many");
    }
  }

  Value value(Type type, int depth) {
    if (depth > DEEPEST) {
      throw new MalformedValueException("nested too deeply");
    }
    try {
      int head = in.get() & 0xff;
      if (head == 0xc0) {
        return Value.ofNull();
      }
      if (isExtension(head)) {
        extension(head);
        return Value.unknown();
      }
      return switch (type) {
        case Type.Primitive primitive -> primitive(primitive, head, depth);
        case Type.ListOf(var element) -> new ListValue(elements(element, head, depth));
        case Type.SetOf(var element) -> new SetValue(elements(element, head, depth));
        case Type.MapOf(var element) -> {
          var entries = new TreeMap<String, Value>();
          for (int left = mapSize(head); left > 0; left--) {
            entries.put(text(next()), value(element, depth + 1));
          }
          yield new MapValue(entries);
        }
        case Type.ObjectOf object -> object(object, head, depth);
      };
    } catch (BufferUnderflowException e) {
      throw new MalformedValueException("ends too early");
    }
  }

  private Value object(Type.ObjectOf type, int head, int depth) {
    var fields = new TreeMap<String, Value>();
    type.attributes().keySet().forEach(name -> fields.put(name, Value.ofNull()));
    for (int left = mapSize(head); left > 0; left--) {
      var name = text(next());
      var field = type.attributes().get(name);
      if (field == null) {
        throw new MalformedValueException("unknown attribute " + name);
      }
      fields.put(name, value(field, depth + 1));
    }
    return new ObjectValue(fields);
  }

  private List<Value> elements(Type element, int head, int depth) {
    int size = arraySize(head);
    var elements = new ArrayList<Value>();
    for (int i = 0; i < size; i++) {
      elements.add(value(element, depth + 1));
    }
    return elements;
  }

  private Value primitive(Type.Primitive type, int head, int depth) {
    return switch (type) {
      case STRING -> Value.of(text(head));
      case BOOL ->
          switch (head) {
            case 0xc2 -> Value.of(false);
            case 0xc3 -> Value.of(true);
            default -> throw unexpected(head, "a boolean");
          };
      case NUMBER -> Value.of(number(head));
      case DYNAMIC -> dynamic(head, depth);
    };
  }

  private Value dynamic(int head, int depth) {
    if (arraySize(head) != 2) {
      throw unexpected(head, "a type and a value");
    }
    try {
      return value(TypeJson.read(MAPPER.readTree(text(next()))), depth + 1);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new MalformedValueException("no type: " + e.getMessage());
    }
  }

  private BigDecimal number(int head) {
    if (head < 0x80 || head >= 0xe0) {
      return BigDecimal.valueOf((byte) head);
    }
    return switch (head) {
      case 0xca -> finite(in.getFloat());
      case 0xcb -> finite(in.getDouble());
      case 0xcc -> BigDecimal.valueOf(in.get() & 0xff);
      case 0xcd -> BigDecimal.valueOf(in.getShort() & 0xffff);
      case 0xce -> BigDecimal.valueOf(in.getInt() & 0xffffffffL);
      case 0xcf -> new BigDecimal(new BigInteger(1, take(8)));
      case 0xd0 -> BigDecimal.valueOf(in.get());
      case 0xd1 -> BigDecimal.valueOf(in.getShort());
      case 0xd2 -> BigDecimal.valueOf(in.getInt());
      case 0xd3 -> BigDecimal.valueOf(in.getLong());
      default -> decimal(text(head));
    };
  }

  private static BigDecimal finite(double number) {
    if (!Double.isFinite(number)) {
      throw new MalformedValueException("infinite number");
    }
    return new BigDecimal(number);
  }

  private static BigDecimal decimal(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new MalformedValueException("no number: " + text);
    }
  }

  private String text(int head) {
    if (head >= 0xa0 && head < 0xc0) {
      return new String(take(head & 0x1f), UTF_8);
    }
    int length =
        switch (head) {
          case 0xd9, 0xc4 -> in.get() & 0xff;
          case 0xda, 0xc5 -> in.getShort() & 0xffff;
          case 0xdb, 0xc6 -> in.getInt();
          default -> throw unexpected(head, "a string");
        };
    return new String(take(length), UTF_8);
  }

  private int arraySize(int head) {
    if (head >= 0x90 && head < 0xa0) {
      return head & 0x0f;
    }
    return switch (head) {
      case 0xdc -> in.getShort() & 0xffff;
      case 0xdd -> wide();
      default -> throw unexpected(head, "an array");
    };
  }

  private int mapSize(int head) {
    if (head >= 0x80 && head < 0x90) {
      return head & 0x0f;
    }
    return switch (head) {
      case 0xde -> in.getShort() & 0xffff;
      case 0xdf -> wide();
      default -> throw unexpected(head, "a map");
    };
  }

  private int wide() {
    int size = in.getInt();
    if (size < 0 || size > in.remaining()) {
      throw new MalformedValueException("ends too early");
    }
    return size;
  }

  private static boolean isExtension(int head) {
    return (head >= 0xd4 && head <= 0xd8) || (head >= 0xc7 && head <= 0xc9);
  }

  private void extension(int head) {
    int length =
        switch (head) {
          case 0xc7 -> in.get() & 0xff;
          case 0xc8 -> in.getShort() & 0xffff;
          case 0xc9 -> in.getInt();
          default -> 1 << (head - 0xd4);
        };
    int kind = in.get();
    if (kind != 0 && kind != 12) {
      throw new MalformedValueException("extension " + kind);
    }
    take(length);
  }

  private int next() {
    return in.get() & 0xff;
  }

  private byte[] take(int length) {
    if (length < 0 || length > in.remaining()) {
      throw new MalformedValueException("ends too early");
    }
    var bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  private static MalformedValueException unexpected(int head, String wanted) {
    return new MalformedValueException("byte 0x%02x (expected: %s)".formatted(head, wanted));
  }
}
