package dev.skybridge.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A decision's memory does not grow with the statements that have nothing to do with it. */
class AllocationTest {
  private static final int UNRELATED = 10_000;

  /** A tenth of a byte a statement: no object is so small; compilers save some now and then. */
  private static final double TOLERANCE = UNRELATED / 10.0;

  private static final int ROUNDS = 2_000;

  private static final Map<String, Function<PathPolicies, Decision>> DECISIONS =
      Map.of(
          "endpoint policy",
          path -> Access.decideEndpoint(path.interfaceEndpoint, path.invocation),
          "API's policy",
          path -> Access.decideInvocation(PrincipalPolicies.none(), path.ofApi(), path.invocation),
          "function's policy",
          path -> Access.decideResourceOnly(path.function, path.call),
          "role's policies",
          path -> Access.decide(path.role, ResourcePolicies.none(), path.put),
          "role's policies that refuse",
          path -> Access.decide(path.role, ResourcePolicies.none(), path.delete));

  @TestFactory
  Stream<DynamicTest> doesNotGrowWithUnrelatedStatements() {
    PathPolicies few = new PathPolicies(0);
    PathPolicies many = new PathPolicies(UNRELATED);
    return DECISIONS.entrySet().stream()
        .map(decision ->
            DynamicTest.dynamicTest(
                decision.getKey(),
                () -> {
                  bytes(decision.getValue(), few);
                  assertThat(bytes(decision.getValue(), many))
                      .isCloseTo(bytes(decision.getValue(), few), within(TOLERANCE));
                }));
  }

  /** Bytes that one decision allocates, in the mean. */
  private static double bytes(Function<PathPolicies, Decision> decision, PathPolicies path) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    int decided = 0;
    for (int i = 0; i < ROUNDS; i++) {
      decided += decision.apply(path).verdict().rule().text().length();
    }
    long after = threads.getCurrentThreadAllocatedBytes();
    assertThat(decided).isPositive();
    return (double) (after - before) / ROUNDS;
  }
}
