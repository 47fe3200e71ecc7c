package dev.skybridge.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearNameTest {
  @ParameterizedTest
  @CsvSource({"stats,status", "--form,--from", "EXPLIAN,explain", "what-iff,what-if"})
  void slipOfTheFingerIsFound(String written, String meant) {
    List<String> names = List.of("status", "--from", "explain", "what-if", "--to");

    assertThat(NearName.hint(written, names)).isEqualTo("; did you mean " + meant + "?");
  }

  @ParameterizedTest
  @CsvSource({"xyz", "destroy", "''"})
  void whatIsFarFromAllGetsNoHint(String written) {
    assertThat(NearName.hint(written, List.of("status", "explain"))).isEmpty();
  }

  @Test
  void swappedNeighboursAreOneStep() {
    assertThat(NearName.distance("form", "from")).isEqualTo(1);
    assertThat(NearName.distance("abc", "cab")).isEqualTo(2);
    assertThat(NearName.distance("", "abc")).isEqualTo(3);
  }
}
