package dev.skybridge.policy;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Decisions a second on one core, by the policies of the path from the client to the table as the
 * Terraform of this repository makes them, each together with as many statements about other
 * services as {@code unrelated} says: neither time nor memory of a decision may grow with them.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecisionBenchmark {
  /** How many statements about other services each policy has too. */
  @Param({"0", "1000"})
  public int unrelated;

  private PathPolicies path = new PathPolicies(0);

  @Setup
  public void build() {
    path = new PathPolicies(unrelated);
  }

  /** The interface endpoint lets the invocation of an API pass. */
  @Benchmark
  public boolean interfaceEndpoint() {
    return Access.decideEndpoint(path.interfaceEndpoint, path.invocation).allowed();
  }

  /** The API's policy, an Allow and a Deny, lets the endpoint's request in. */
  @Benchmark
  public boolean api() {
    return Access.decideInvocation(
            PrincipalPolicies.none(), path.ofApi(), path.invocation)
        .allowed();
  }

  /** The API's policy denies what comes through another endpoint. */
  @Benchmark
  public boolean apiDenies() {
    return Access.decideInvocation(
            PrincipalPolicies.none(), path.ofApi(), path.foreignInvocation)
        .allowed();
  }

  /** The function's policy lets API Gateway invoke it for one method. */
  @Benchmark
  public boolean function() {
    return Access.decideResourceOnly(path.function, path.call).allowed();
  }

  /** The gateway endpoint lets a role of the table's functions pass. */
  @Benchmark
  public boolean gatewayEndpoint() {
    return Access.decideGatewayEndpoint(path.gatewayEndpoint, path.put).allowed();
  }

  /** The role may put an order. */
  @Benchmark
  public boolean role() {
    return Access.decide(path.role, ResourcePolicies.none(), path.put).allowed();
  }

  /** The same with the verdict that the trace gets. */
  @Benchmark
  public String roleWithVerdict() {
    return Access.decide(path.role, ResourcePolicies.none(), path.put).verdict().rule().text();
  }

  /** The role may not delete one. */
  @Benchmark
  public boolean roleRefuses() {
    return Access.decide(path.role, ResourcePolicies.none(), path.delete).allowed();
  }

  /** All decisions of one order, in order: 5 of them. */
  @Benchmark
  @OperationsPerInvocation(5)
  public List<Boolean> wholePath() {
    return List.of(interfaceEndpoint(), api(), function(), gatewayEndpoint(), role());
  }
}
