package dev.skybridge.services.lambda;

import dev.skybridge.gate.Trace;
import dev.skybridge.services.AwsException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The execution environments of one version of a function. Its lock guards the two collections and
 * is never held while a process starts, runs or ends.
 */
final class Pool {
  private final Function function;
  private final Host host;
  private final Semaphore places;
  private final Deque<ExecutionEnvironment> idle = new ArrayDeque<>();
  private final Set<ExecutionEnvironment> busy = new HashSet<>();
  private boolean retired;

  Pool(Function function, Host host) {
    this.function = function;
    this.host = host;
    this.places = new Semaphore(host.settings().environmentsPerFunction(), true);
  }

  Function function() {
    return function;
  }

  /** Runs one invocation in an environment that is free, or in a new one. */
  InvocationResult invoke(byte[] payload, Trace trace) throws InterruptedException {
    reserve();
    try {
      ExecutionEnvironment environment = take(trace);
      try {
        InvocationResult result = environment.invoke(payload, trace);
        if (result.functionError().isEmpty()) {
          host.caches().train(function, payload);
        }
        return result;
      } finally {
        giveBack(environment);
      }
    } finally {
      places.release();
    }
  }

  private void reserve() throws InterruptedException {
    int reserved = function.reservedConcurrency();
    synchronized (this) {
      if (reserved >= 0 && busy.size() >= reserved) {
        throw tooMany("ReservedFunctionConcurrentInvocationLimitExceeded");
      }
    }
    // This machine is smaller than AWS: what exceeds it waits, as long as the function might run.
    if (!places.tryAcquire(function.timeout(), TimeUnit.SECONDS)) {
      throw tooMany("ConcurrentInvocationLimitExceeded");
    }
  }

  private static AwsException tooMany(String reason) {
    return new AwsException("TooManyRequestsException", 429, "Rate Exceeded. Reason: " + reason);
  }

  private ExecutionEnvironment take(Trace trace) {
    List<ExecutionEnvironment> dead = new ArrayList<>();
    try {
      synchronized (this) {
        ExecutionEnvironment free;
        while ((free = idle.pollFirst()) != null) {
          if (free.usable()) {
            busy.add(free);
            return free;
          }
          dead.add(free);
        }
      }
      ExecutionEnvironment fresh = start(trace);
      synchronized (this) {
        busy.add(fresh);
      }
      return fresh;
    } finally {
      dead.forEach(ExecutionEnvironment::close);
    }
  }

  private ExecutionEnvironment start(Trace trace) {
    DeploymentPackage code =
        host.packages()
            .find(function.codeSha256())
            .orElseThrow(() ->
                new AwsException(
                    "CodeArtifactUserDeletedException",
                    502,
                    "The package of " + function.arn() + " is missing from the data folder"));
    try {
      return new ExecutionEnvironment(function, code, host, trace);
    } catch (IOException e) {
      throw new AwsException(
          "ServiceException", 500, "No process for " + function.arn() + ": " + e.getMessage());
    }
  }

  private void giveBack(ExecutionEnvironment environment) {
    synchronized (this) {
      busy.remove(environment);
      if (environment.usable() && !retired) {
        // The one used last comes first, so that the others can be reaped.
        idle.addFirst(environment);
        return;
      }
    }
    environment.close();
  }

  /** Ends the environments that have been idle since before {@code nanos}. */
  void reap(long nanos) {
    List<ExecutionEnvironment> old = new ArrayList<>();
    synchronized (this) {
      idle.removeIf(environment -> {
        boolean end = !environment.usable() || environment.idleSince() - nanos < 0;
        return end && old.add(environment);
      });
    }
    old.forEach(ExecutionEnvironment::close);
  }

  /** Takes no more invocations: idle environments end now, busy ones after their invocation. */
  void retire() {
    List<ExecutionEnvironment> all;
    synchronized (this) {
      retired = true;
      all = new ArrayList<>(idle);
      idle.clear();
    }
    all.forEach(ExecutionEnvironment::close);
  }

  /** How many environments there are. */
  synchronized int size() {
    return idle.size() + busy.size();
  }
}
