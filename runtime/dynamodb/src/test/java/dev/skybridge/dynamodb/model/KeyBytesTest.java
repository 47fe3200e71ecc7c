package dev.skybridge.dynamodb.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyBytesTest {
  private static final long SEED = 20120810;

  @Test
  void numbersKeepTheirOrder() {
    List<AttributeValue.N> numbers = new ArrayList<>();
    for (String edge :
        List.of("0", "1", "-1", "9.9e125", "-9.9e125", "1e-130", "-1e-130", "99", "100", "0.1")) {
      numbers.add(new AttributeValue.N(Decimal.parse(edge)));
    }
    Random random = new Random(SEED);
    for (int i = 0; i < 400; i++) {
      BigInteger digits = new BigInteger(1 + random.nextInt(126), random);
      int scale = random.nextInt(160) - 70;
      BigDecimal value = new BigDecimal(random.nextBoolean() ? digits : digits.negate(), scale);
      numbers.add(new AttributeValue.N(Decimal.of(value)));
    }
    for (AttributeValue.N one : numbers) {
      for (AttributeValue.N other : numbers) {
        assertThat(Integer.signum(Arrays.compareUnsigned(KeyBytes.of(one), KeyBytes.of(other))))
            .as("%s to %s", one, other)
            .isEqualTo(one.value().compareTo(other.value()));
      }
    }
  }

  @Test
  void stringsAreOrderedByTheirUtf8Bytes() {
    List<String> texts =
        List.of(
            "", "a", "ab", "b", "B", "é", "\u07FF", "\u0800", "\uFFFD", "\uE000", "😀", "a😀",
            "a\uFFFD");
    for (String one : texts) {
      for (String other : texts) {
        int expected =
            Integer.signum(Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8)));
        assertThat(Integer.signum(KeyBytes.compareUtf8(one, other)))
            .as("%s to %s", one, other)
            .isEqualTo(expected);
      }
    }
  }

  @Test
  void sequencesOfKeysAreOrderedValueByValue() {
    Random random = new Random(SEED);
    List<List<Binary>> sequences = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      sequences.add(List.of(few(random), few(random)));
    }
    for (List<Binary> one : sequences) {
      for (List<Binary> other : sequences) {
        int first = one.getFirst().compareTo(other.getFirst());
        int expected = first != 0 ? first : one.getLast().compareTo(other.getLast());
        assertThat(Integer.signum(Arrays.compareUnsigned(joined(one), joined(other))))
            .as("%s to %s", one, other)
            .isEqualTo(Integer.signum(expected));
      }
    }
  }

  @Test
  void prefixOfAStringIsAPrefixOfItsBytes() {
    AttributeValue prefix = new AttributeValue.S("a\u0000");
    byte[] expected = KeyBytes.delimitedPrefix(prefix);
    byte[] whole = KeyBytes.delimited(new AttributeValue.S("a\u0000b"));
    assertThat(Arrays.copyOf(whole, expected.length)).isEqualTo(expected);
    assertThat(KeyBytes.delimited(prefix)).startsWith(expected);
  }

  /** Few bytes of few values, so that prefixes and zeros are frequent. */
  private static Binary few(Random random) {
    byte[] bytes = new byte[random.nextInt(4)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (random.nextInt(4) - 1);
    }
    return Binary.of(bytes);
  }

  private static byte[] joined(List<Binary> sequence) {
    byte[] first = KeyBytes.delimited(new AttributeValue.B(sequence.getFirst()));
    byte[] last = KeyBytes.delimited(new AttributeValue.B(sequence.getLast()));
    byte[] both = Arrays.copyOf(first, first.length + last.length);
    System.arraycopy(last, 0, both, first.length, last.length);
    return both;
  }
}
