package dev.skybridge.provider.cty;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MsgPackTest {
  private static final Type.ObjectOf TYPE =
      new Type.ObjectOf(
          Map.of(
              "text",
              Type.Primitive.STRING,
              "number",
              Type.Primitive.NUMBER,
              "bool",
              Type.Primitive.BOOL,
              "list",
              new Type.ListOf(Type.Primitive.STRING),
              "set",
              new Type.SetOf(new Type.ObjectOf(Map.of("port", Type.Primitive.NUMBER))),
              "map",
              new Type.MapOf(Type.Primitive.STRING)));

  private static ObjectValue example(String number) {
    return ObjectValue.EMPTY
        .with("text", "Grüße, \uD83C\uDF75 ".repeat(30))
        .with("number", Value.of(new BigDecimal(number)))
        .with("bool", true)
        .with("list", new ListValue(List.of(Value.of("a"), Value.unknown(), Value.ofNull())))
        .with("set", new SetValue(List.of(ObjectValue.EMPTY.with("port", 443))))
        .with("map", Value.textMap(Map.of("k", "v")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-1",
        "-32",
        "-33",
        "127",
        "128",
        "65536",
        "9223372036854775807",
        "9223372036854775808",
        "0.5",
        "0.1",
        "-1e-30",
        "123456789012345678901234567890.123456789"
      })
  void whatIsWrittenIsReadAgain(String number) {
    var value = example(number);
    assertThat(MsgPack.read(TYPE, MsgPack.write(TYPE, value))).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"d40000", "c7020c8000", "c7030c8101c2"})
  void unknownAndRefinedUnknownAreUnknown(String hex) {
    assertThat(MsgPack.read(Type.Primitive.STRING, bytes(hex))).isEqualTo(Value.unknown());
  }

  @ParameterizedTest
  @CsvSource({
    "a3302e31, 0.1",
    "ca3f000000, 0.5",
    "cf8000000000000000, 9223372036854775808",
    "e0, -32"
  })
  void numbersComeAsIntegerFloatOrDecimalText(String hex, String number) {
    assertThat(MsgPack.read(Type.Primitive.NUMBER, bytes(hex)))
        .isEqualTo(Value.of(new BigDecimal(number)));
  }

  @Test
  void manyElementsNeedALongHead() {
    var type = new Type.ListOf(Type.Primitive.NUMBER);
    var many = new ListValue(LongStream.range(0, 70_000).mapToObj(Value::of).toList());
    assertThat(MsgPack.read(type, MsgPack.write(type, many))).isEqualTo(many);
  }

  @Test
  void anAttributeThatTheTypeDoesNotHaveIsRefused() {
    assertThatThrownBy(() -> MsgPack.read(TYPE, bytes("81a178c0")))
        .isInstanceOf(MalformedValueException.class)
        .hasMessage("unknown attribute x");
  }

  @Test
  void whatNestsTooDeeplyIsRefused() {
    byte[] type = "\"dynamic\"".getBytes(US_ASCII);
    ByteArrayOutputStream nested = new ByteArrayOutputStream();
    for (int level = 0; level < 100_000; level++) {
      nested.write(0x92);
      nested.write(0xa0 + type.length);
      nested.writeBytes(type);
    }
    assertThatThrownBy(() -> MsgPack.read(Type.Primitive.DYNAMIC, nested.toByteArray()))
        .isInstanceOf(MalformedValueException.class)
        .hasMessage("nested too deeply");
    byte[] list = "[\"list\",".repeat(100_000).getBytes(US_ASCII);
    byte[] head =
        ByteBuffer.allocate(6).put((byte) 0x92).put((byte) 0xdb).putInt(list.length).array();
    byte[] deepType = ByteBuffer.allocate(6 + list.length).put(head).put(list).array();
    assertThatThrownBy(() -> MsgPack.read(Type.Primitive.DYNAMIC, deepType))
        .isInstanceOf(MalformedValueException.class)
        .hasMessageStartingWith("no type: ");
  }

  @Test
  void garbageIsRefusedAndNeverBelieved() {
    var random = new Random(1);
    int refused = 0;
    for (int round = 0; round < 20_000; round++) {
      var garbage = new byte[random.nextInt(40)];
      random.nextBytes(garbage);
      try {
        MsgPack.read(TYPE, garbage);
      } catch (MalformedValueException e) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(15_000);
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
