package dev.skybridge.services.apigateway;

import dev.skybridge.gate.Trace;
import dev.skybridge.gate.Verdict;
import dev.skybridge.policy.AccountId;
import java.time.Duration;

/** Lambda, as far as an integration needs it. */
public interface Functions {
  /**
   * Whether the function's policy lets {@code apigateway.amazonaws.com} invoke it; a refusal also
   * where there is no such function.
   *
   * @param sourceArn the ARN of the method that calls
   * @param sourceAccount the account of the API
   */
  Verdict mayInvoke(String functionArn, String sourceArn, AccountId sourceAccount);

  /**
   * Invokes the function and waits for its answer.
   *
   * @param payload the event
   * @param trace the request's trace: the function's own calls are noted there
   * @param timeout how long to wait; the invocation itself may go on afterwards
   */
  InvokeResult invoke(String functionArn, byte[] payload, Trace trace, Duration timeout)
      throws InterruptedException;
}
