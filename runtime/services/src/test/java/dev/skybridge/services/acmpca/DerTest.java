package dev.skybridge.services.acmpca;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DerTest {
  @ParameterizedTest
  @CsvSource({
    "2.5.29.17, 0603551d11",
    "1.2.840.10045.4.3.2, 06082a8648ce3d040302",
    "1.3.6.1.5.5.7.3.1, 06082b06010505070301",
    "1.2.840.113549.1.1.11, 06092a864886f70d01010b",
  })
  void anObjectIdentifierHasSevenBitsAByte(String dotted, String expected) {
    assertThat(hex(Der.objectIdentifier(dotted))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0400",
    "127, 047f",
    "128, 048180",
    "255, 0481ff",
    "256, 04820100",
    "65536, 0483010000"
  })
  void aLengthTakesTheFewestBytes(int length, String expected) {
    byte[] encoded = Der.octets(new byte[length]);

    assertThat(hex(encoded)).startsWith(expected);
    assertThat(encoded).hasSize(expected.length() / 2 + length);
  }

  @Test
  void aTimeFrom2050OnHasFourDigitsOfYear() {
    assertThat(hex(Der.time(Instant.parse("2049-12-31T23:59:59Z"))))
        .isEqualTo("170d" + hex("491231235959Z".getBytes(US_ASCII)));
    assertThat(hex(Der.time(Instant.parse("2050-01-01T00:00:00Z"))))
        .isEqualTo("180f" + hex("20500101000000Z".getBytes(US_ASCII)));
  }

  @Test
  void aPositiveNumberNeverLooksNegative() {
    assertThat(hex(Der.integer(BigInteger.valueOf(128)))).isEqualTo("02020080");
  }

  @Test
  void theBitsOfAPublicKeyAreFoundWhateverTheLengthsBefore() {
    byte[] key = new byte[300];
    key[0] = 4;
    for (int algorithm : new int[] {5, 200}) {
      byte[] info = Der.sequence(Der.sequence(new byte[algorithm]), Der.bits(0, key));

      assertThat(Der.trailingBits(info)).isEqualTo(key);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
