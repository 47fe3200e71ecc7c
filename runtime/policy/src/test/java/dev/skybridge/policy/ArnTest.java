package dev.skybridge.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArnTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:logs:eu-central-1:111122223333:log-group:/aws/lambda/a:*",
        "arn:aws:iam::aws:policy/ReadOnlyAccess",
        "arn:aws:apigateway:eu-central-1::/restapis/a1b2c3d4e5",
        "arn:aws:s3:::bucket/key"
      })
  void anArnIsReadAndWrittenTheSame(String text) {
    assertThat(Arn.isArn(text)).isTrue();
    assertThat(Arn.parse(text)).hasToString(text);
  }

  /** Regions and accounts become folders of files, so nothing else may stand in their place. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:logs:eu-central-1/../../444455556666/eu-central-1:111122223333:log-group:a",
        "arn:aws:logs:..:111122223333:log-group:a",
        "arn:aws:kms:eu-central-1:../444455556666:key/a",
        "arn:aws:kms:eu-central-1:11112222333:key/a",
        "arn:aws:kms:eu-central-1:111122223333:",
        "arn:aws:kms:eu-central-1:111122223333",
        "urn:aws:kms:eu-central-1:111122223333:key/a"
      })
  void whatIsNoArnIsRefused(String text) {
    assertThat(Arn.isArn(text)).isFalse();
    assertThatThrownBy(() -> Arn.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(text)
        .hasMessageContaining("arn:partition:service:region:account:resource");
  }
}
