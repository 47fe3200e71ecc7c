package dev.skybridge.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdsTest {
  private final Ids ids = new Ids("one");

  @Test
  void looksLikeAws() {
    assertThat(ids.ec2("vpc")).matches("vpc-0[0-9a-f]{16}");
    assertThat(ids.api()).matches("[a-z0-9]{10}");
    assertThat(ids.hex(16)).matches("[0-9a-f]{16}");
    assertThat(ids.mixed(6)).matches("[A-Za-z0-9]{6}");
    assertThat(ids.iam("AROA")).matches("AROA[A-Z0-9]{17}");
    assertThat(ids.zone()).matches("Z[A-Z0-9]{20}");
    assertThat(ids.uuid())
        .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  }

  @Test
  void theSameCreationGivesTheSameIds() {
    assertThat(new Ids("one").ec2("vpc")).isEqualTo(ids.ec2("vpc"));
    assertThat(new Ids("two").ec2("vpc")).isNotEqualTo(ids.ec2("vpc"));
  }

  @Test
  void partsTellIdsOfOneInstanceApart() {
    assertThat(ids.ec2("eni", "subnet-1")).isNotEqualTo(ids.ec2("eni", "subnet-2"));
    assertThat(ids.ec2("eni", "ab", "c")).isNotEqualTo(ids.ec2("eni", "a", "bc"));
  }
}
