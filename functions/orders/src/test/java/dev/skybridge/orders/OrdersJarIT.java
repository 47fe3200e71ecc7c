package dev.skybridge.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The jar that is deployed. */
final class OrdersJarIT {
  private static final Path JAR = Path.of("target", "orders.jar");
  private static final long MAXIMUM_BYTES = 9_000_000;

  @Test
  void placesAnOrderWithNothingBesideIt() throws Exception {
    String classPath = JAR + File.pathSeparator + Path.of("target", "test-classes");
    try (ScriptedDynamoDb table = new ScriptedDynamoDb()) {
      FunctionRun ended =
          FunctionRun.of(
              classPath,
              PostOrder.class,
              Map.of("AWS_ENDPOINT_URL_DYNAMODB", table.uri().toString()),
              """
              {"body":"{\\"fullName\\":\\"Zoë 🍵\\",\\"beverage\\":\\"tea\\"}"}
              """);

      assertThat(ended.errors()).isEmpty();
      assertThat(ended.json().path("statusCode").intValue()).isEqualTo(201);
      assertThat(table.asked().getLast().body().toString()).contains("Zoë 🍵");
    }
  }

  @Test
  void holdsWhatIsNeededAndNoMore() throws Exception {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      List<String> names = jar.stream().map(ZipEntry::getName).toList();

      assertThat(names)
          .contains(
              "dev/skybridge/orders/GetOrders.class",
              "dev/skybridge/orders/PostOrder.class",
              "dev/skybridge/orders/GetOrder.class")
          .doesNotHaveDuplicates()
          .noneMatch(name -> name.contains("/runtime/api/client/"))
          .noneMatch(name -> name.contains("netty") || name.contains("org/apache/http"))
          .noneMatch(name -> name.endsWith("module-info.class"));
      assertThat(jar.getEntry("dev/skybridge/orders/GetOrders.class").getTimeLocal())
          .as("a time that does not depend on the build: the same sources make the same bytes")
          .isEqualTo(LocalDateTime.of(2026, 11, 23, 0, 0));
    }
    assertThat(Files.size(JAR)).isLessThan(MAXIMUM_BYTES);
  }
}
