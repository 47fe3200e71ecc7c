package dev.skybridge.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever text comes, it is a policy that prints as it is read, or a fault with its place. */
class PolicyFuzz {
  private static final List<Dialect> DIALECTS =
      List.of(
          Dialect.ANY,
          Dialect.INLINE,
          Dialect.API,
          Dialect.TRUST,
          Dialect.RESOURCE_CONTROL,
          Dialect.SESSION,
          Dialect.SERVICE_CONTROL);
  private static final List<String> SEEDS =
      List.of(
          "{}",
          """
          {"Version": "2012-10-17", "Statement": [
            {"Sid": "WriteTable", "Effect": "Allow", "Action": ["dynamodb:PutItem", "dynamodb:Get*"],
             "Resource": "arn:aws:dynamodb:eu-central-1:444455556666:table/${aws:PrincipalTag/team, 'none'}",
             "Condition": {"ForAllValues:StringLike": {"dynamodb:LeadingKeys": ["ORDER#*", "${aws:username}"]},
                           "Null": {"aws:SourceVpce": "false"}}},
            {"Effect": "Deny", "NotAction": "iam:*", "NotResource": "*",
             "Condition": {"DateGreaterThanIfExists": {"aws:CurrentTime": "2026-11-25T00:00:00Z"}}}]}
          """,
          """
          {"Version": "2012-10-17", "Id": "api", "Statement": {
            "Effect": "Deny", "Action": "execute-api:Invoke",
            "Principal": {"AWS": ["444455556666", "arn:aws:iam::111122223333:role/waiter"],
                          "Service": "apigateway.amazonaws.com"},
            "Resource": ["arn:aws:execute-api:eu-central-1:444455556666:abc/*"],
            "Condition": {"StringNotEquals": {"aws:SourceVpce": "vpce-0a"},
                          "IpAddress": {"aws:VpcSourceIp": ["192.168.2.0/24", "2001:db8::/32"]}}}}
          """,
          """
          {"Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": "*"},
            "Condition": {"NumericLessThanEquals": {"aws:EpochTime": "1e9"},
                          "Bool": {"aws:SecureTransport": true}, "StringEquals": {"sts:ExternalId": "tea"}}}]}
          """,
          """
          {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "sts:*",
            "Resource": "*", "Condition": {"StringNotEqualsIfExists": {"aws:PrincipalOrgID": "o-1"},
                                           "BoolIfExists": {"aws:PrincipalIsAWSService": "false"}}}]}
          """);

  /** A byte that says which dialect, and a text in it. */
  static Stream<Arguments> seeds() {
    return IntStream.range(0, SEEDS.size())
        .mapToObj(i -> Arguments.of((Object) ((char) i + SEEDS.get(i)).getBytes(UTF_8)));
  }

  @MethodSource("seeds")
  @FuzzTest
  @DictionaryFile(resourcePath = "policy.dict")
  void everyTextIsAPolicyOrAFault(byte[] data) {
    if (data.length == 0) {
      return;
    }
    Dialect dialect = DIALECTS.get(Math.floorMod(data[0], DIALECTS.size()));
    String text = new String(data, 1, data.length - 1, UTF_8);
    try {
      Policy policy = Policy.parse(text, dialect);
      assertThat(Policy.parse(policy.toString(), dialect)).hasToString(policy.toString());
    } catch (MalformedPolicyException fault) {
      assertThat(fault.line()).isPositive();
      assertThat(fault.column()).isPositive();
    }
  }
}
