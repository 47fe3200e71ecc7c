package dev.skybridge.provider.cty;

import java.util.Map;

/**
 * Values as MessagePack, as Terraform sends them: directed by the type, sets as arrays, numbers as
 * integer, float or decimal string, unknown values as extension 0.
 */
public final class MsgPack {
  private static final byte[] NIL = {(byte) 0xc0};

  private MsgPack() {}

  /**
   * Reads a value. A refined unknown (extension 12) is read as unknown.
   *
   * @throws MalformedValueException when the bytes are no value of this type
   */
  public static Value read(Type type, byte[] bytes) {
    if (bytes.length == 0) {
      return Value.ofNull();
    }
    var reader = new MsgPackReader(bytes);
    var value = reader.value(type, 0);
    reader.end();
    return value;
  }

  /** Writes a value that conforms to {@code type}. */
  public static byte[] write(Type type, Value value) {
    if (value.isNull()) {
      return NIL.clone();
    }
    var out = new MsgPackWriter();
    write(type, value, out);
    return out.bytes();
  }

  private static void write(Type type, Value value, MsgPackWriter out) {
    if (type == Type.Primitive.DYNAMIC && !value.isNull() && !value.isUnknown()) {
      var actual = typeOf(value);
      out.array(2);
      out.binary(TypeJson.write(actual).toString());
      write(actual, value, out);
      return;
    }
    switch (value) {
      case Value.Null _ -> out.nil();
      case Value.Unknown _ -> out.unknown();
      case Value.Text(var text) -> out.text(text);
      case Value.Numeric(var number) -> out.number(number);
      case Value.Bool(var flag) -> out.bool(flag);
      case ListValue(var elements) -> {
        out.array(elements.size());
        elements.forEach(one -> write(element(type), one, out));
      }
      case SetValue set -> {
        out.array(set.elements().size());
        set.elements().forEach(one -> write(element(type), one, out));
      }
      case MapValue(var entries) -> writeFields(entries, Map.of(), type, out);
      case ObjectValue(var attributes) ->
          writeFields(attributes, ((Type.ObjectOf) type).attributes(), type, out);
    }
  }

  private static void writeFields(
      Map<String, Value> fields, Map<String, Type> types, Type type, MsgPackWriter out) {
    out.map(fields.size());
    fields.forEach((name, one) -> {
      out.text(name);
      var field = types.get(name);
      write(field == null ? element(type) : field, one, out);
    });
  }

  private static Type element(Type type) {
    return switch (type) {
      case Type.ListOf(var element) -> element;
      case Type.SetOf(var element) -> element;
      case Type.MapOf(var element) -> element;
      case Type.ObjectOf _, Type.Primitive _ ->
          throw new IllegalArgumentException(type + " has no elements");
    };
  }

  private static Type typeOf(Value value) {
    return switch (value) {
      case Value.Text _ -> Type.Primitive.STRING;
      case Value.Numeric _ -> Type.Primitive.NUMBER;
      case Value.Bool _ -> Type.Primitive.BOOL;
      default -> throw new IllegalArgumentException("no type known for " + value);
    };
  }
}
