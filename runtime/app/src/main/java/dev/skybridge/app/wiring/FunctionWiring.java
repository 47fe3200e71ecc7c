package dev.skybridge.app.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.skybridge.gate.Trace;
import dev.skybridge.gate.Verdict;
import dev.skybridge.policy.AccessRequest;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Arn;
import dev.skybridge.policy.Context;
import dev.skybridge.policy.Principal;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.Organization;
import dev.skybridge.services.apigateway.Functions;
import dev.skybridge.services.apigateway.InvokeResult;
import dev.skybridge.services.lambda.InvocationResult;
import dev.skybridge.services.lambda.LambdaService;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** API Gateway invokes Lambda, as the service principal that a function's policy must name. */
record FunctionWiring(LambdaService lambda, Organization organization) implements Functions {
  private static final Principal GATEWAY = new Principal.Service("apigateway.amazonaws.com");

  @Override
  public Verdict mayInvoke(String functionArn, String sourceArn, AccountId sourceAccount) {
    return lambda.mayInvoke(
        new AccessRequest(
            GATEWAY,
            "lambda:InvokeFunction",
            functionArn,
            new AccountId(Arn.parse(functionArn).account()),
            Context.builder()
                .put("aws:SourceArn", sourceArn)
                .put("aws:SourceAccount", sourceAccount.value())
                .put("aws:SourceOrgID", organization.id())
                .build()));
  }

  @Override
  public InvokeResult invoke(String functionArn, byte[] payload, Trace trace, Duration timeout)
      throws InterruptedException {
    FutureTask<InvokeResult> invocation =
        new FutureTask<>(() -> result(lambda.invoke(Arn.parse(functionArn), payload, trace)));
    Thread.ofVirtual().name("integration").start(invocation);
    try {
      return invocation.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return new InvokeResult.TimedOut();
    } catch (ExecutionException e) {
      return refused(e);
    }
  }

  private static InvokeResult result(InvocationResult result) {
    return result
        .functionError()
        .<InvokeResult>map(
            error -> new InvokeResult.Failed(error + ": " + new String(result.payload(), UTF_8)))
        .orElseGet(() -> new InvokeResult.Returned(result.payload()));
  }

  private static InvokeResult refused(ExecutionException e) {
    if (!(e.getCause() instanceof AwsException refusal)) {
      return new InvokeResult.Failed(String.valueOf(e.getCause()));
    }
    return switch (refusal.httpStatus()) {
      case 429 -> new InvokeResult.Throttled(String.valueOf(refusal.getMessage()));
      case 413 -> new InvokeResult.TooLarge(String.valueOf(refusal.getMessage()));
      default -> new InvokeResult.Failed(refusal.code() + ": " + refusal.getMessage());
    };
  }
}
