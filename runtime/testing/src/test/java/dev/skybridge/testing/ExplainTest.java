package dev.skybridge.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Whoever is refused learns where, by what, and what is missing. */
class ExplainTest {
  private static final String FOR_ANOTHER_VPC =
      """
      {"Version": "2012-10-17",
       "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*",
         "Condition": {
           "StringEquals": {"aws:SourceVpc": "vpc-0123456789abcdef0"}}}]}
      """;

  private static final TestingRuntime RUNTIME = TestingRuntime.fromSnapshot();

  @AfterAll
  static void close() {
    RUNTIME.close();
  }

  @Test
  void refusedPathNamesTheGateAndTheSmallestChange() throws IOException {
    Answer answer =
        RUNTIME.client().send(Request.get("https://beverage." + Orders.DOMAIN + "/v2/orders"));

    CommandRun explain = CommandRun.of(RUNTIME, "explain", answer.traceId().orElseThrow());

    assertThat(explain.status()).isZero();
    assertThat(explain.output())
        .startsWith("GET https://beverage." + Orders.DOMAIN + "/v2/orders -> 403\n")
        .contains("passed   DNS, security group egress, ")
        .contains("REFUSED  route ")
        .contains("because     no mapping for /v2 of beverage." + Orders.DOMAIN)
        .contains("suggestion  add a base path mapping v2 to the domain name beverage.");
  }

  @Test
  void conditionThatDoesNotHoldIsShownWithItsOwnPlaceInThePolicy() throws IOException {
    AppliedInstances instances = new AppliedInstances(RUNTIME);
    AppliedInstances.Undo undo =
        instances.set(
            "consumer",
            "aws_vpc_endpoint.this",
            JsonNodeFactory.instance.objectNode().put("policy", FOR_ANOTHER_VPC));
    try {
      Answer answer = RUNTIME.client().send(Request.get(Orders.BEVERAGE));
      CommandRun explain = CommandRun.of(RUNTIME, "explain", answer.traceId().orElseThrow());

      assertThat(answer.status()).isEqualTo(403);
      assertThat(explain.output())
          .contains("aws_vpc_endpoint.this.policy:2:16 (deployment consumer, ")
          .contains(
              "expected  aws:SourceVpc: StringEquals vpc-0123456789abcdef0 (line 4, column 23)")
          .containsPattern("found     vpc-\\w+\n");
    } finally {
      undo.run();
    }
  }

  @Test
  void droppedConnectionNamesTheGroupItsAddressAndItsFile() {
    Request past = Request.get("https://192.168.2.10/v1/orders");
    assertThatThrownBy(() -> RUNTIME.client().sendUnverified(past))
        .isInstanceOf(SocketTimeoutException.class);

    CommandRun explain = CommandRun.of(RUNTIME, "explain", "last");

    assertThat(explain.output())
        .startsWith("connect 192.168.2.10:443 -> time-out\n")
        .contains("REFUSED  security group ingress ")
        .contains("aws_security_group.vpc_endpoint (deployment consumer, ")
        .containsPattern("infrastructure/consumer/vpc_endpoint\\.tf:\\d+\\)");
  }

  @Test
  void requestThatPassedNamesEachRule() throws IOException {
    Answer answer = RUNTIME.client().send(Orders.tea());
    for (int again = 0; again < 5 && answer.status() != 201; again++) {
      // A cold start on a busy machine may take longer than the function has.
      answer = RUNTIME.client().send(Orders.tea());
    }

    CommandRun explain = CommandRun.of(RUNTIME, "explain", answer.traceId().orElseThrow());

    assertThat(explain.output())
        .contains("-> 201\n")
        .contains("statement 1 (Sid AllowInvoke)")
        .contains("policy default, statement 1 (Sid AllowApiGateway)")
        .contains("No gate refused it.");
  }

  @Test
  void explanationIsForTheOperatorOnly() throws IOException {
    Answer answer =
        RUNTIME.client().send(Request.get("https://beverage." + Orders.DOMAIN + "/v2/orders"));

    assertThat(answer.body()).isEqualTo("{\"message\":\"Forbidden\"}");
    assertThat(answer.header("x-amzn-ErrorType")).contains("ForbiddenException");
  }

  @Test
  void unknownRequestIsAProblemThatSaysWhichIdsThereAre() {
    CommandRun explain = CommandRun.of(RUNTIME, "explain", "1-0-0");

    assertThat(explain.status()).isEqualTo(1);
    assertThat(explain.output()).contains("request 1-0-0: not known");
  }
}
