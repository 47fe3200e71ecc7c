package dev.skybridge.services.lambda;

import static dev.skybridge.services.lambda.TestingLambda.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skybridge.policy.Arn;
import dev.skybridge.services.AwsException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several environments of one function. */
class ConcurrencyTest {
  @TempDir static Path shared;
  @TempDir Path folder;
  private static Path jar;

  @BeforeAll
  static void compile() throws IOException {
    jar = FunctionJar.build("Probe", shared);
  }

  @Test
  void invocationsAtOnceHaveAnEnvironmentEach() throws Exception {
    try (TestingLambda lambda = new TestingLambda(folder);
        Gathering both = new Gathering(lambda, 2);
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      lambda.serve(lambda.probe(jar));
      Future<InvocationResult> one = callers.submit(() -> lambda.invoke("door"));
      Future<InvocationResult> two = callers.submit(() -> lambda.invoke("door"));
      both.awaitAll();

      assertThat(lambda.service.environments(arn(lambda))).isEqualTo(2);
      both.letGo();
      assertThat(text(one.get())).startsWith("\"200 ");
      assertThat(text(two.get())).startsWith("\"200 ");
    }
  }

  @Test
  void reservedConcurrencyIsALimit() throws Exception {
    try (TestingLambda lambda = new TestingLambda(folder);
        Gathering first = new Gathering(lambda, 1);
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      lambda.serve(lambda.probe(jar, "Probe", 10, 1));
      Future<InvocationResult> one = callers.submit(() -> lambda.invoke("door"));
      first.awaitAll();

      assertThatThrownBy(() -> lambda.invoke("echo"))
          .isInstanceOfSatisfying(
              AwsException.class,
              e -> {
                assertThat(e.code()).isEqualTo("TooManyRequestsException");
                assertThat(e.httpStatus()).isEqualTo(429);
              })
          .hasMessage("Rate Exceeded. Reason: ReservedFunctionConcurrentInvocationLimitExceeded");
      first.letGo();
      assertThat(one.get().functionError()).isEmpty();
    }
  }

  @Test
  void aProcessKilledInMidRequestFailsThatRequestOnly() throws Exception {
    try (TestingLambda lambda = new TestingLambda(folder);
        Gathering first = new Gathering(lambda, 1);
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      lambda.serve(lambda.probe(jar));
      long pid = Long.parseLong(text(lambda.invoke("pid")).replace("\"", ""));
      Future<InvocationResult> one = callers.submit(() -> lambda.invoke("door"));
      first.awaitAll();
      ProcessHandle.of(pid).orElseThrow().destroyForcibly();

      assertThat(text(one.get())).contains("Runtime exited with error: signal: killed");
      first.letGo();
      assertThat(text(lambda.invoke("echo"))).isEqualTo("\"echo\"");
    }
  }

  @Test
  void idleEnvironmentsAreReaped() throws Exception {
    try (TestingLambda lambda = new TestingLambda(folder, Duration.ofMillis(1), 4)) {
      lambda.serve(lambda.probe(jar));
      long pid = Long.parseLong(text(lambda.invoke("pid")).replace("\"", ""));

      Optional<ProcessHandle> process = ProcessHandle.of(pid);
      if (process.isPresent()) {
        process.get().onExit().get();
      }
      assertThat(lambda.service.environments(arn(lambda))).isZero();
    }
  }

  @Test
  void anEnvironmentOfAnOlderVersionEnds() throws Exception {
    try (TestingLambda lambda = new TestingLambda(folder)) {
      lambda.serve(lambda.probe(jar));
      String before = text(lambda.invoke("pid"));
      lambda.serve(lambda.probe(jar, "Probe", 9, -1));

      assertThat(ProcessHandle.of(Long.parseLong(before.replace("\"", "")))).isEmpty();
      assertThat(text(lambda.invoke("pid"))).isNotEqualTo(before);
    }
  }

  private static Arn arn(TestingLambda lambda) {
    return lambda.service.functions().getFirst().arn();
  }

  /** Holds the requests that come to a function's door until a number of them is there. */
  private static final class Gathering implements AutoCloseable {
    private final CountDownLatch missing;
    private final CountDownLatch go = new CountDownLatch(1);

    Gathering(TestingLambda lambda, int number) {
      missing = new CountDownLatch(number);
      lambda.atTheDoor =
          () -> {
            missing.countDown();
            go.await();
          };
    }

    void awaitAll() throws InterruptedException {
      missing.await();
    }

    void letGo() {
      go.countDown();
    }

    @Override
    public void close() {
      letGo();
    }
  }
}
