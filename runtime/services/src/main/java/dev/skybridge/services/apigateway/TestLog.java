package dev.skybridge.services.apigateway;

import dev.skybridge.gate.Trace;
import dev.skybridge.gate.Verdict;
import dev.skybridge.policy.AccountId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The log of one test of a method: what happened, in the form of API Gateway's execution logs. It
 * stands between the integration and Lambda to see what they say to each other.
 */
final class TestLog implements Functions {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss 'UTC' yyyy", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final StringBuilder text;
  private final Functions functions;
  private final Clock clock;

  TestLog(String requestId, Functions functions, Clock clock) {
    this.functions = functions;
    this.clock = clock;
    this.text = new StringBuilder("Execution log for request ").append(requestId).append('\n');
    add("Starting execution for request: " + requestId);
  }

  void add(String line) {
    text.append(TIME.format(clock.instant())).append(" : ").append(line).append('\n');
  }

  String text() {
    return text.toString();
  }

  @Override
  public Verdict mayInvoke(String functionArn, String sourceArn, AccountId sourceAccount) {
    Verdict verdict = functions.mayInvoke(functionArn, sourceArn, sourceAccount);
    if (verdict instanceof Verdict.Refused refused) {
      add(
          "Execution failed due to configuration error: Invalid permissions on Lambda function: "
              + refused.reason());
    }
    return verdict;
  }

  @Override
  public InvokeResult invoke(String functionArn, byte[] payload, Trace trace, Duration timeout)
      throws InterruptedException {
    add("Endpoint request body after transformations: " + utf8(payload));
    add("Invoking " + functionArn);
    long start = System.nanoTime();
    InvokeResult result = functions.invoke(functionArn, payload, trace, timeout);
    long millis = (System.nanoTime() - start) / 1_000_000;
    switch (result) {
      case InvokeResult.Returned returned -> {
        add("Received response. Status: 200, Integration latency: " + millis + " ms");
        add("Endpoint response body before transformations: " + utf8(returned.payload()));
      }
      case InvokeResult.Failed failed ->
          add(
              "Lambda execution failed with status 200 due to customer function error: "
                  + failed.reason());
      case InvokeResult.Throttled throttled ->
          add("Execution failed: the function is throttled: " + throttled.reason());
      case InvokeResult.TooLarge tooLarge ->
          add("Execution failed: the event is too large: " + tooLarge.reason());
      case InvokeResult.TimedOut _ ->
          add(
              "Execution failed due to a timeout error: no answer within "
                  + timeout.toMillis()
                  + " ms");
    }
    return result;
  }

  private static String utf8(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
