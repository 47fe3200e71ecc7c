package dev.skybridge.app.tables;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'S':'tea'} | tea",
        "{'N':'1.50'} | 1.50",
        "{'BOOL':true} | true",
        "{'NULL':true} | null",
        "{'B':'AAE='} | b64:AAE=",
        "{'L':[{'S':'a'},{'N':'1'}]} | [a, 1]",
        "{'M':{'a':{'S':'b'},'c':{'L':[]}}} | {a: b, c: []}",
        "{'SS':['a','b']} | [\"a\",\"b\"]",
      })
  void aValueIsShownWithoutItsTypeWhereThatIsPlain(String value, String expected)
      throws JsonProcessingException {
    assertThat(TableText.text(json(value))).isEqualTo(expected);
  }

  @Test
  void theKeyComesFirstAndAnAttributeNotThereIsEmpty() throws JsonProcessingException {
    JsonNode description =
        json("{'Table':{'KeySchema':[{'AttributeName':'pk'},{'AttributeName':'at'}]}}");

    List<List<String>> rows =
        TableText.rows(
            description,
            List.of(
                json("{'at':{'N':'1'},'pk':{'S':'a'},'b':{'S':'x'}}"),
                json("{'pk':{'S':'c'},'at':{'N':'2'},'a':{'S':'y'}}")));

    assertThat(rows)
        .containsExactly(
            List.of("pk", "at", "a", "b"), List.of("a", "1", "", "x"), List.of("c", "2", "y", ""));
  }

  @Test
  void aLongValueIsShortenedAndNeverBreaksALine() throws JsonProcessingException {
    JsonNode item = json("{'pk':{'S':'one\\ntwo " + "🍵".repeat(80) + "'}}");

    String cell = TableText.rows(json("{}"), List.of(item)).get(1).getFirst();

    assertThat(cell).startsWith("one two 🍵").endsWith("🍵…");
    assertThat(cell.codePointCount(0, cell.length())).isEqualTo(60);
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return new ObjectMapper().readTree(text.replace('\'', '"'));
  }
}
