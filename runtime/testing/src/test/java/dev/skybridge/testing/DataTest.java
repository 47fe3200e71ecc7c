package dev.skybridge.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables as people see, export and import them. */
class DataTest {
  @TempDir private Path temporary;

  @Test
  void aTableIsShownExportedAndImportedWhetherARuntimeRunsOrNot() throws IOException {
    try (TestingRuntime runtime = TestingRuntime.fromSnapshot()) {
      String tea = Orders.id(runtime.client().send(Orders.tea()));
      Path file = temporary.resolve("orders.jsonl");

      Cli shown = data(runtime, "beverage", "beverage-orders");
      assertThat(shown.status()).as(shown.output()).isZero();
      assertThat(shown.output()).startsWith("  pk").contains(tea).contains("Max Mustermann");
      assertThat(data(runtime, "444455556666", "beverage-orders", "--json").output())
          .contains("\"S\" : \"Max Mustermann\"");
      Cli exported = data(runtime, "beverage", "beverage-orders", "--export", file.toString());
      List<String> lines = Files.readAllLines(file);
      assertThat(exported.output()).contains("Wrote " + lines.size() + " items to " + file);
      assertThat(lines).isNotEmpty().allMatch(line -> line.startsWith("{\"Item\":{"));
      assertThat(data(runtime, "food", "food-orders").output()).contains("0 items.");

      runtime.stop();
      assertThat(data(runtime, "food", "food-orders", "--import", file.toString()).output())
          .contains("Put " + lines.size() + " items into food-orders.");
      assertThat(data(runtime, "food", "food-orders").output()).contains(tea);

      runtime.restart();
      assertThat(runtime.client().send(Request.get(Orders.FOOD + "/" + tea)).status())
          .isEqualTo(200);
    }
  }

  @Test
  void aMistypedNameGetsTheNearOne() {
    try (TestingRuntime runtime = TestingRuntime.fromSnapshot()) {
      Cli table = data(runtime, "beverage", "beverage-order");
      assertThat(table.status()).isEqualTo(1);
      assertThat(table.output())
          .contains("table beverage-order: account beverage has none of that name")
          .contains("Did you mean beverage-orders?");
      assertThat(data(runtime, "bevrage", "beverage-orders").output())
          .contains("account bevrage: has no tables")
          .contains("Did you mean beverage?");
    }
  }

  @Test
  void aLineThatCannotBePutIsNamedWithWhatWentBefore() throws IOException {
    try (TestingRuntime runtime = TestingRuntime.fromSnapshot()) {
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        lines.add("{\"Item\":{\"pk\":{\"S\":\"" + i + "\"}}}");
      }
      lines.set(27, "{\"Item\":{\"key\":{\"S\":\"27\"}}}");
      Path refused = Files.write(temporary.resolve("refused.jsonl"), lines);
      lines.set(27, "{\"Item\":");
      Path broken = Files.write(temporary.resolve("broken.jsonl"), lines);

      Cli first = data(runtime, "food", "food-orders", "--import", refused.toString());
      assertThat(first.status()).isEqualTo(1);
      assertThat(first.output())
          .contains(refused + ": line 28: ValidationException: ")
          .contains("items put before it: 27.");
      assertThat(data(runtime, "food", "food-orders").output()).contains("27 items.");
      assertThat(data(runtime, "food", "food-orders", "--import", broken.toString()).output())
          .contains(broken + ": line 28: no JSON");
      Path missing = temporary.resolve("missing.jsonl");
      assertThat(data(runtime, "food", "food-orders", "--import", missing.toString()).output())
          .contains("--import " + missing + ": cannot be read");
    }
  }

  private static Cli data(TestingRuntime runtime, String... arguments) {
    List<String> all = new ArrayList<>(List.of("data", "--data", runtime.data().root().toString()));
    all.addAll(List.of(arguments));
    return Cli.run(all.toArray(String[]::new));
  }
}
