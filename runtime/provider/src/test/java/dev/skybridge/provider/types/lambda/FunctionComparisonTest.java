package dev.skybridge.provider.types.lambda;

import dev.skybridge.provider.comparison.Comparison;
import dev.skybridge.services.lambda.Function;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The types of Lambda, CloudWatch Logs and DynamoDB against the real provider. */
class FunctionComparisonTest {
  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> plansAsTheRealProvider() throws IOException {
    try (FunctionServices services = new FunctionServices(folder)) {
      // The function that permissions name.
      services.lambda.put(
          new Function(
              FunctionServices.HOME,
              "known",
              "",
              FunctionServices.ROLE,
              "java21",
              "Probe",
              128,
              3,
              services.lambda.packages().add(services.jar),
              new TreeMap<>(),
              List.of(),
              List.of(),
              "/aws/lambda/known",
              -1));
      return Comparison.of(services.registry(), folder);
    }
  }
}
