package dev.skybridge.app.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearNameTest {
  @ParameterizedTest
  @CsvSource({"orders, orders, 0", "order, orders, 1", "ordres, orders, 2", "'', abc, 3"})
  void editsAreInsertionsDeletionsAndReplacements(String from, String to, int edits) {
    assertThat(NearName.edits(from, to)).isEqualTo(edits);
    assertThat(NearName.edits(to, from)).isEqualTo(edits);
  }

  @Test
  void theNearestIsMeantUnlessAllAreFar() {
    List<String> names = List.of("beverage-orders", "food-orders");

    assertThat(NearName.of("food-order", names)).contains("food-orders");
    assertThat(NearName.of("drinks", names)).isEmpty();
    assertThat(NearName.of("orders", List.of())).isEmpty();
  }
}
