package dev.skybridge.provider.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skybridge.provider.Check;
import dev.skybridge.provider.Diagnostic;
import dev.skybridge.provider.Diagnostics;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.Conform;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.Value;
import dev.skybridge.provider.schema.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValidatorTest {
  private static final Schema GROUP = Schema.ofResource("aws_lb_target_group");

  private static List<String> said(Rules rules, ObjectValue configuration) {
    var diagnostics = new Diagnostics();
    var whole = Conform.object(GROUP.type(), configuration, "test");
    new Validator("aws_lb_target_group", GROUP.block(), rules, diagnostics).validate(whole);
    return diagnostics.all().stream().map(ValidatorTest::line).toList();
  }

  private static String line(Diagnostic one) {
    return "%s %s: %s%s"
        .formatted(
            one.severity(),
            one.attribute(),
            one.summary(),
            one.detail().isEmpty() ? "" : " | " + one.detail());
  }

  @Test
  void anArgumentWithoutEffectIsNamedWithItsPlace() {
    var health = ObjectValue.EMPTY.with("path", "/ping").with("matcher", "200");
    var configuration =
        ObjectValue.EMPTY.with("slow_start", 30).withBlocks("health_check", List.of(health));
    assertThat(said(Rules.builder().honours("health_check.path").build(), configuration))
        .containsExactly(
            "WARNING slow_start: Argument without effect on this one-machine AWS | aws_lb_target_group: slow_start is kept in the state, but nothing acts on it here. On AWS it works as documented.",
            "WARNING health_check[0].matcher: Argument without effect on this one-machine AWS | aws_lb_target_group: health_check.matcher is kept in the state, but nothing acts on it here. On AWS it works as documented.");
  }

  @Test
  void aValueThatAsksForNothingNeedsNoWarning() {
    var rules =
        Rules.builder().honoursOnly("slow_start", Value.of(0)).honours("health_check.**").build();
    var health = List.of(ObjectValue.EMPTY.with("path", "/"));
    assertThat(
            said(rules, ObjectValue.EMPTY.with("slow_start", 0).withBlocks("health_check", health)))
        .isEmpty();
  }

  @Test
  void checksSpeakAsTheRealProvider() {
    var rules =
        Rules.builder()
            .honours("port", "protocol")
            .oneOf("protocol", "HTTP", "HTTPS")
            .check("port", Check.between(1, 65535))
            .build();
    assertThat(said(rules, ObjectValue.EMPTY.with("protocol", "SMTP").with("port", 0)))
        .containsExactly(
            "ERROR port: expected port to be in the range (1 - 65535), got 0",
            "ERROR protocol: expected protocol to be one of [\"HTTP\" \"HTTPS\"], got SMTP");
  }

  @Test
  void refusedArgumentsGiveTheReason() {
    var rules = Rules.builder().refuses("target_type", "only addresses").build();
    assertThat(said(rules, ObjectValue.EMPTY.with("target_type", "lambda")))
        .containsExactly(
            "ERROR target_type: Argument not served by this one-machine AWS | aws_lb_target_group: target_type is not served: only addresses");
  }

  @Test
  void relationsSpeakAsTheRealProvider() {
    var rules =
        Rules.builder()
            .honours("name", "name_prefix", "port")
            .conflicts("name", "name_prefix")
            .exactlyOneOf("port", "protocol")
            .requiresWith("name", "vpc_id")
            .build();
    assertThat(said(rules, ObjectValue.EMPTY.with("name", "a").with("name_prefix", "b")))
        .containsExactly(
            "ERROR name: Conflicting configuration arguments | \"name\": conflicts with name_prefix",
            "ERROR port: Invalid combination of arguments | \"port\": one of `port,protocol` must be specified",
            "ERROR name: Missing required argument | \"name\": all of `name,vpc_id` must be specified");
    assertThat(said(rules, ObjectValue.EMPTY.with("port", Value.unknown()))).isEmpty();
  }
}
