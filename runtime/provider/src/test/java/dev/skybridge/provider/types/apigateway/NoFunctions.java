package dev.skybridge.provider.types.apigateway;

import dev.skybridge.gate.Trace;
import dev.skybridge.gate.Verdict;
import dev.skybridge.policy.AccountId;
import dev.skybridge.services.apigateway.Functions;
import dev.skybridge.services.apigateway.InvokeResult;
import java.time.Duration;

/** A Lambda without functions. */
final class NoFunctions implements Functions {
  @Override
  public Verdict mayInvoke(String functionArn, String sourceArn, AccountId sourceAccount) {
    return Verdict.refuse(functionArn, "none", "there are no functions");
  }

  @Override
  public InvokeResult invoke(String functionArn, byte[] payload, Trace trace, Duration timeout) {
    return new InvokeResult.Failed("there are no functions");
  }
}
