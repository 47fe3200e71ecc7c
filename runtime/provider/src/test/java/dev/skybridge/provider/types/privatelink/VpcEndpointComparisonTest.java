package dev.skybridge.provider.types.privatelink;

import dev.skybridge.gate.TraceLog;
import dev.skybridge.network.fabric.Fabric;
import dev.skybridge.provider.comparison.Comparison;
import dev.skybridge.provider.registry.Registry;
import dev.skybridge.provider.testing.MemoryInventory;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** {@code aws_vpc_endpoint} against the real provider. */
class VpcEndpointComparisonTest {
  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> plansAsTheRealProvider() {
    try (Fabric fabric = new Fabric(new TraceLog(1))) {
      Vpc vpc = new Vpc(fabric);
      return Comparison.of(
          new Registry(
              PrivateLinkTypes.resources(vpc.privateLink(), vpc.ec2()),
              List.of(),
              new MemoryInventory(),
              () -> {}),
          folder);
    }
  }
}
