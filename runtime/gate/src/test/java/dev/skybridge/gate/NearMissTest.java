package dev.skybridge.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearMissTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Resource | arn:a | arn:b | let Resource of statement 1 of role take arn:b too",
        "NotResource | arn:b | arn:b | leave arn:b out of NotResource of statement 1 of role",
        "NotAction | s3:Get | s3:Get | leave s3:Get out of NotAction of statement 1 of role",
        "aws:SourceVpce | StringEquals vpce-1 | vpce-2 | let aws:SourceVpce of statement 1 of role take vpce-2 too",
        "aws:SourceVpce | StringNotEquals vpce-2 | vpce-2 | leave vpce-2 out of aws:SourceVpce of statement 1 of role",
        "aws:SourceIp | ForAnyValue:NotIpAddress 10.0.0.0/8 | 10.1.1.1 | leave 10.1.1.1 out of aws:SourceIp of statement 1 of role",
        "aws:SourceVpce | StringEquals vpce-1 | absent | send aws:SourceVpce, or take the condition out of statement 1"
      })
  void remedyIsWhatWouldMakeTheRuleFit(
      String element, String expected, String found, String remedy) {
    Rule rule = new Rule("role", "statement 1", "");

    assertThat(new NearMiss(rule, element, expected, found, 0).remedy()).isEqualTo(remedy);
  }
}
