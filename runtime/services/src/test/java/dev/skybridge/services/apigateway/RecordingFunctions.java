package dev.skybridge.services.apigateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.skybridge.gate.Trace;
import dev.skybridge.gate.Verdict;
import dev.skybridge.policy.AccountId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Lambda for tests: answers as it is told and keeps what it was given. */
final class RecordingFunctions implements Functions {
  private final List<String> events = new ArrayList<>();
  private final List<String> sources = new ArrayList<>();
  private InvokeResult result = new InvokeResult.Returned("{\"statusCode\":200}".getBytes(UTF_8));
  private boolean permitted = true;

  void answer(InvokeResult next) {
    result = next;
  }

  void permit(boolean yes) {
    permitted = yes;
  }

  @Override
  public Verdict mayInvoke(String functionArn, String sourceArn, AccountId sourceAccount) {
    sources.add(sourceArn + " of " + sourceAccount);
    return permitted
        ? Verdict.allow(functionArn, "statement 1 (Sid gateway)")
        : Verdict.refuse(functionArn, "policy", "no statement allows it");
  }

  @Override
  public InvokeResult invoke(String functionArn, byte[] payload, Trace trace, Duration timeout) {
    events.add(new String(payload, UTF_8));
    return result;
  }

  /** The events that functions were given. */
  List<String> events() {
    return events;
  }

  /** The callers that permission was asked for. */
  List<String> sources() {
    return sources;
  }
}
