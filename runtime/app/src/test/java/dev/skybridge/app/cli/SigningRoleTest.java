package dev.skybridge.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SigningRoleTest {
  private final SigningRole role =
      new SigningRole("ASIAEXAMPLE", "se/cr+et=", "to/ken==", "eu-central-1");

  @Test
  void secretsStandInTheConfigurationOnly() {
    assertThat(role.options()).containsExactly("--aws-sigv4", "aws:amz:eu-central-1:execute-api");
    assertThat(role.configuration())
        .isEqualTo(
            """
            user = "ASIAEXAMPLE:se/cr+et="
            header = "X-Amz-Security-Token: to/ken=="
            """);
    assertThat(role.toString()).doesNotContain("cr+et").doesNotContain("ken==");
  }

  @Test
  void parametersOfAUrlAreSortedByName() {
    assertThat(SigningRole.sorted("https://a.example.com/v1/orders?b=2&a=1&b=1#b?a"))
        .isEqualTo("https://a.example.com/v1/orders?a=1&b=2&b=1#b?a");
  }

  @Test
  void whatIsNoUrlWithAQueryStaysAsItIs() {
    for (String argument :
        new String[] {
          "-d", "{\"b\":\"?z&a\"}", "https://a.example.com/v1/orders", "https://a/#?b&a"
        }) {
      assertThat(SigningRole.sorted(argument)).isEqualTo(argument);
    }
  }
}
