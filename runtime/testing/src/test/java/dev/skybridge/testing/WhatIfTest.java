package dev.skybridge.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What a plan would open or close is known before it is applied. */
@EnabledIf(value = TerraformPresence.CONDITION, disabledReason = TerraformPresence.OTHERWISE)
class WhatIfTest {
  private static final TestingRuntime RUNTIME = TestingRuntime.fromSnapshot();

  private static final String BEVERAGE_ONLY =
      "-var=microservices={beverage={account_id=\"444455556666\",rule_priority=20}}";

  @TempDir private Path temporary;

  @AfterAll
  static void close() {
    RUNTIME.close();
  }

  @Test
  void planWithoutChangesOpensAndClosesNothing() {
    CommandRun whatIf = CommandRun.of(RUNTIME, "what-if", "food");

    assertThat(whatIf.output()).isEqualTo("0 opened, 0 closed.\n");
    assertThat(whatIf.status()).isZero();
  }

  @Test
  void planThatTakesAnAccountOutClosesItsWaysAndTheWayBackOpensThem() throws Exception {
    Path plan = plan("consumer", BEVERAGE_ONLY);
    String before = state("consumer");

    CommandRun closing = CommandRun.of(RUNTIME, "what-if", plan.toString());

    assertThat(closing.status()).as(closing.output()).isZero();
    assertThat(closing.output())
        .containsPattern("closes  client [0-9.]+: GET https://food\\.")
        .contains("then: refused at DNS: ")
        .contains(
            "closes  arn:aws:iam::777788889999:root: secretsmanager:GetSecretValue 111122223333 ")
        .contains("then: refused at secret policy: ")
        .contains("written in aws_secretsmanager_secret_policy.this (deployment consumer)")
        .endsWith("0 opened, 4 closed.\n");
    assertThat(state("consumer")).isEqualTo(before);
    assertThat(CommandRun.of(RUNTIME, "check", "--from=client", "--to=" + Orders.FOOD).status())
        .isZero();

    RUNTIME.terraform("consumer", "apply", "-auto-approve", BEVERAGE_ONLY).orThrow();
    try {
      CommandRun opening = CommandRun.of(RUNTIME, "what-if", "consumer");
      assertThat(opening.status()).as(opening.output()).isEqualTo(2);
      assertThat(opening.output())
          .containsPattern("OPENS   client [0-9.]+: POST https://food\\.")
          .contains("now: refused at DNS: ")
          .endsWith("4 opened, 0 closed.\n");
    } finally {
      RUNTIME.terraform("consumer", "apply", "-auto-approve").orThrow();
    }
  }

  @Test
  void fileThatIsNoPlanIsRefused() throws IOException {
    Path text = Files.writeString(temporary.resolve("plan.json"), "{}");

    CommandRun whatIf = CommandRun.of(RUNTIME, "what-if", text.toString());

    assertThat(whatIf.status()).isEqualTo(1);
    assertThat(whatIf.output()).contains("is no plan file of Terraform");
  }

  private Path plan(String deployment, String variable) throws InterruptedException {
    Path plan = temporary.resolve(deployment + ".plan");
    RUNTIME.terraform(deployment, "plan", "-out=" + plan, variable).orThrow();
    return plan;
  }

  private static String state(String deployment) throws IOException {
    return Files.readString(RUNTIME.data().path("terraform", deployment, "terraform.tfstate"));
  }
}
