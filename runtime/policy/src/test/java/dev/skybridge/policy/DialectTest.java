package dev.skybridge.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DialectTest {
  private static final String POLICY =
      """
      {"Statement": {"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*",
       "Condition": {"StringEquals": {"apigateway:Stage/v1": "a"}}}}
      """;

  @Test
  void aServiceCanAddTheKeysThatItProduces() {
    assertThat(Policy.parse(POLICY, Dialect.RESOURCE.withKeys("apigateway:Stage/*")).statements())
        .hasSize(1);
    assertThatThrownBy(() -> Policy.parse(POLICY, Dialect.RESOURCE))
        .hasMessageStartingWith("Condition key apigateway:Stage/v1 is not evaluated here");
  }

  @Test
  void arnsAndAccountsAreChecked() {
    assertThat(Arn.parse("arn:aws:iam::aws:policy/a:b"))
        .isEqualTo(new Arn("aws", "iam", "", "aws", "policy/a:b"))
        .hasToString("arn:aws:iam::aws:policy/a:b");
    assertThatThrownBy(() -> Arn.parse("arn:aws:iam"))
        .hasMessage("ARN: arn:aws:iam (expected: arn:partition:service:region:account:resource)");
    assertThatThrownBy(() -> new AccountId("1234"))
        .hasMessage("account: 1234 (expected: 12 digits)");
  }

  @Test
  void regionsKnowTheirPartition() {
    Scope china = new Scope(new AccountId("111122223333"), new Region("cn-north-1"));
    assertThat(china.arn("kms", "key/1"))
        .hasToString("arn:aws-cn:kms:cn-north-1:111122223333:key/1");
    assertThat(china.globalArn("iam", "role/r")).hasToString("arn:aws-cn:iam::111122223333:role/r");
    assertThat(china.region().dnsSuffix()).isEqualTo("amazonaws.com.cn");
    assertThat(new Region("us-gov-west-1").partition()).isEqualTo("aws-us-gov");
    assertThatThrownBy(() -> new Region("Frankfurt"))
        .hasMessage("Region: Frankfurt (expected: a name like eu-central-1)");
  }
}
