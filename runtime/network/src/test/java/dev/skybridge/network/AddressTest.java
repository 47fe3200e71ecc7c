package dev.skybridge.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "192.168.2.10", "255.255.255.255", "127.0.0.1"})
  void addressesAreReadAndWritten(String text) {
    assertThat(Ipv4.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1.2.3",
        "1.2.3.4.5",
        "256.1.1.1",
        "01.2.3.4",
        "1..2.3",
        "1.2.3.4 ",
        "a.b.c.d"
      })
  void whatIsNoAddressIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ipv4.parse(text))
        .withMessage("address: " + text + " (expected: an IPv4 address)");
  }

  @Test
  void addressesAreOrderedAsUnsignedNumbers() {
    assertThat(Ipv4.parse("200.0.0.1")).isGreaterThan(Ipv4.parse("10.0.0.1"));
    assertThat(Ipv4.parse("10.0.0.255").plus(1)).isEqualTo(Ipv4.parse("10.0.1.0"));
  }

  @Test
  void aBlockContainsItsAddressesOnly() {
    Cidr block = Cidr.parse("192.168.2.0/24");
    assertThat(block.contains(Ipv4.parse("192.168.2.0"))).isTrue();
    assertThat(block.contains(Ipv4.parse("192.168.2.255"))).isTrue();
    assertThat(block.contains(Ipv4.parse("192.168.3.0"))).isFalse();
    assertThat(block.size()).isEqualTo(256);
    assertThat(Cidr.ANYWHERE.contains(block)).isTrue();
    assertThat(block.contains(Cidr.ANYWHERE)).isFalse();
    assertThat(block.overlaps(Cidr.parse("192.168.0.0/16"))).isTrue();
    assertThat(block.overlaps(Cidr.parse("192.168.1.0/24"))).isFalse();
    assertThat(Cidr.only(Ipv4.parse("1.2.3.4"))).hasToString("1.2.3.4/32");
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.168.2.1/24", "10.0.0.0", "10.0.0.0/33", "10.0.0.0/-1", "/8", "x/8"})
  void whatIsNoBlockIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Cidr.parse(text));
  }
}
