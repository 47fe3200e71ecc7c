package dev.skybridge.provider.types.identity;

import dev.skybridge.provider.comparison.Comparison;
import dev.skybridge.provider.testing.MemoryInventory;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The identity types against the real provider. */
class IdentityComparisonTest {
  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> plansAsTheRealProvider() {
    var services = new IdentityServices(folder.resolve("data"), new MemoryInventory());
    return Comparison.of(services.registry, folder);
  }
}
