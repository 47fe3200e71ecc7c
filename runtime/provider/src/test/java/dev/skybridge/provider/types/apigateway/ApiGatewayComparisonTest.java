package dev.skybridge.provider.types.apigateway;

import dev.skybridge.gate.TraceLog;
import dev.skybridge.provider.comparison.Comparison;
import dev.skybridge.provider.registry.Registry;
import dev.skybridge.provider.testing.MemoryInventory;
import dev.skybridge.services.apigateway.ApiGateway;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** API Gateway's types against the real provider. */
class ApiGatewayComparisonTest {
  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> plansAsTheRealProvider() {
    ApiGateway gateway =
        new ApiGateway(
            new NoCallers(),
            new NoFunctions(),
            (owner, names) -> {},
            new TraceLog(1),
            Clock.systemUTC());
    return Comparison.of(
        new Registry(
            ApiGatewayTypes.resources(gateway, Clock.systemUTC()),
            List.of(),
            new MemoryInventory(),
            gateway::reconcile),
        folder);
  }
}
