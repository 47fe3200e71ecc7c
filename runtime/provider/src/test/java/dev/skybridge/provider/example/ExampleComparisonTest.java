package dev.skybridge.provider.example;

import dev.skybridge.provider.comparison.Comparison;
import dev.skybridge.provider.registry.Registry;
import dev.skybridge.provider.testing.MemoryInventory;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The example against the real provider. */
class ExampleComparisonTest {
  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> plansAsTheRealProvider() {
    var types = List.of(new InternetGatewayType(new Gateways()));
    return Comparison.of(new Registry(types, List.of(), new MemoryInventory(), () -> {}), folder);
  }
}
