package dev.skybridge.provider.types.common;

import dev.skybridge.provider.comparison.Comparison;
import dev.skybridge.provider.registry.Registry;
import dev.skybridge.provider.testing.MemoryInventory;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class CommonComparisonTest {
  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> readsAsTheRealProvider() {
    return Comparison.of(
        new Registry(List.of(), CommonTypes.dataSources(), new MemoryInventory(), () -> {}),
        folder);
  }
}
