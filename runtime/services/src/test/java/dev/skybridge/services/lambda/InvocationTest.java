package dev.skybridge.services.lambda;

import static dev.skybridge.services.lambda.TestingLambda.text;
import static dev.skybridge.services.lambda.TestingLambda.trace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skybridge.gate.Step;
import dev.skybridge.gate.Trace;
import dev.skybridge.services.AwsException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One function, invoked as real processes. */
class InvocationTest {
  @TempDir static Path shared;
  private static Path jar;
  private TestingLambda lambda;

  @BeforeAll
  static void compile() throws IOException {
    jar = FunctionJar.build("Probe", shared);
  }

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    lambda = new TestingLambda(folder);
    lambda.serve(lambda.probe(jar));
  }

  @AfterEach
  void stop() {
    lambda.close();
  }

  @Test
  void anEnvironmentIsReusedAndLogsInAwsWords() throws InterruptedException {
    InvocationResult first = lambda.invoke("count");
    InvocationResult second = lambda.invoke("print");

    assertThat(text(first)).isEqualTo("\"1\"");
    assertThat(first.functionError()).isEmpty();
    assertThat(lambda.service.environments(lambda.service.functions().getFirst().arn())).isOne();
    assertThat(lambda.lines.getFirst()).startsWith("INIT_START Runtime Version: java:25");
    assertThat(lambda.lines.get(1))
        .isEqualTo("START RequestId: " + first.requestId() + " Version: $LATEST");
    assertThat(lambda.lines.get(2)).isEqualTo("END RequestId: " + first.requestId());
    assertThat(lambda.lines.get(3))
        .matches(
            "REPORT RequestId: \\S+\tDuration: \\d+\\.\\d\\d ms\tBilled Duration: \\d+ ms\t"
                + "Memory Size: 256 MB\tMax Memory Used: [1-9]\\d* MB\t"
                + "Init Duration: \\d+\\.\\d\\d ms");
    assertThat(second.logTail())
        .contains("Version: $LATEST\nline one\nline two\nEND RequestId: ")
        .doesNotContain("Init Duration");
    assertThat(lambda.streams.getFirst())
        .matches("/aws/lambda/probe \\d{4}/\\d\\d/\\d\\d/\\[\\$LATEST][0-9a-f]{32}");
  }

  @Test
  void aFunctionSeesAwsVariablesAndItsOwnAndNoOthers() throws InterruptedException {
    String environment = text(lambda.invoke("environment"));

    assertThat(environment)
        .contains("AWS_REGION=eu-central-1", "AWS_LAMBDA_FUNCTION_NAME=probe", "COLOUR=blue")
        .contains("AWS_ACCESS_KEY_ID=ASIAprobe", "TZ=:UTC", "_HANDLER=Probe")
        .contains("AWS_ENDPOINT_URL_DYNAMODB=http://127.0.0.1:")
        .doesNotContain("HOME=", "JAVA_HOME", "USER=", "PWD=");
    assertThat(text(lambda.invoke("arn")))
        .isEqualTo("\"arn:aws:lambda:eu-central-1:444455556666:function:probe\"");
    assertThat(Integer.parseInt(text(lambda.invoke("heap")).replace("\"", "")))
        .as("85 % of 256 MB, less what the collector holds back")
        .isBetween(200, 218);
  }

  @Test
  void theDoorServesTheInvocationThatKnocks() throws InterruptedException {
    Trace trace = trace();
    assertThat(text(lambda.invoke("door", trace)))
        .isEqualTo("\"200 through vpce-1 by " + trace.id() + "\"");
    assertThat(trace.steps())
        .extracting(Step::gate)
        .containsExactly("security group", "lambda function");
  }

  @Test
  void droppedPacketsEndInTheFunctionsTimeOut() throws Exception {
    lambda.serve(lambda.probe(jar, "Probe", 2, -1));
    lambda.reachable = false;
    Trace trace = trace();
    InvocationResult result = lambda.invoke("door", trace);

    assertThat(text(result))
        .matches(
            "\\{\"errorMessage\":\"\\S+Z "
                + result.requestId()
                + " Task timed out after 2.00 seconds\"}");
    assertThat(trace.refusal().orElseThrow().gate()).isEqualTo("security group");
  }

  @Test
  void aFunctionErrorIsAnAnswerAndTheEnvironmentGoesOn() throws InterruptedException {
    InvocationResult failed = lambda.invoke("throw");

    assertThat(failed.functionError()).contains("Unhandled");
    assertThat(text(failed))
        .startsWith(
            "{\"errorMessage\":\"no such luck\",\"errorType\":\"java.lang.IllegalStateException\"");
    assertThat(failed.logTail())
        .as("what the runtime prints of the error, also after it reported it")
        .containsPattern("(?s)START RequestId.*no such luck.*END RequestId");
    assertThat(text(lambda.invoke("count"))).isEqualTo("\"2\"");
  }

  @Test
  void anExhaustedHeapEndsTheEnvironment() throws InterruptedException {
    InvocationResult failed = lambda.invoke("exhaust");

    assertThat(text(failed)).contains("java.lang.OutOfMemoryError");
    assertThat(text(lambda.invoke("count"))).isEqualTo("\"1\"");
  }

  @Test
  void aDeadProcessIsAnExitErrorToThatCallerOnly() throws InterruptedException {
    InvocationResult failed = lambda.invoke("exit");

    assertThat(failed.functionError()).contains("Unhandled");
    assertThat(text(failed))
        .isEqualTo(
            "{\"errorType\":\"Runtime.ExitError\",\"errorMessage\":\"RequestId: "
                + failed.requestId()
                + " Error: Runtime exited with error: exit status 3\"}");
    assertThat(failed.logTail()).contains("\tStatus: error\tError Type: Runtime.ExitError");
    assertThat(text(lambda.invoke("count"))).isEqualTo("\"1\"");
  }

  @Test
  void anUnknownHandlerClassFailsWhenItIsInvoked() throws Exception {
    lambda.serve(lambda.probe(jar, "Nobody", 10, -1));

    for (int attempt = 0; attempt < 2; attempt++) {
      InvocationResult failed = lambda.invoke("echo");
      assertThat(failed.functionError()).contains("Unhandled");
      assertThat(text(failed))
          .startsWith(
              "{\"errorMessage\":\"Class not found: Nobody\","
                  + "\"errorType\":\"java.lang.ClassNotFoundException\"");
      assertThat(failed.logTail()).containsPattern("(?s)START RequestId.*Class not found: Nobody");
    }
  }

  @Test
  void tooLargeAnAnswerOrAnEventIsRefused() throws InterruptedException {
    assertThat(text(lambda.invoke("large")))
        .isEqualTo(
            "{\"errorType\":\"Function.ResponseSizeTooLarge\",\"errorMessage\":"
                + "\"Response payload size exceeded maximum allowed payload size (6291556"
                + " bytes).\"}");
    assertThatThrownBy(() -> lambda.invoke("x".repeat(7 << 20)))
        .isInstanceOf(AwsException.class)
        .hasMessage("Request must be smaller than 6291456 bytes for the InvokeFunction operation");
  }

  @Test
  void aRemovedFunctionIsGone() {
    lambda.service.remove(lambda.service.functions().getFirst().arn());
    lambda.service.reconcile();

    assertThatThrownBy(() -> lambda.invoke("echo"))
        .isInstanceOf(AwsException.class)
        .hasMessage("Function not found: arn:aws:lambda:eu-central-1:444455556666:function:probe");
  }
}
