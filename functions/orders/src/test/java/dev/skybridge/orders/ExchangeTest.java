package dev.skybridge.orders;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExchangeTest {
  private final TestContext context = new TestContext();

  @Test
  void aTableThatRefusesIsA500AndItsReasonIsOnlyInTheLog() throws IOException {
    assertThat(answerTo(new TableException("AccessDeniedException, status 400", false)))
        .isEqualTo(
            "{\"statusCode\":500,\"headers\":{\"Content-Type\":\"application/json\"},"
                + "\"body\":\"{\\\"message\\\":\\\"Internal server error\\\"}\","
                + "\"isBase64Encoded\":false}");
    assertThat(context.lines())
        .containsExactly(
            "{\"level\":\"ERROR\",\"requestId\":\"5f0d1c66-0000-4000-8000-000000000001\","
                + "\"message\":\"table: AccessDeniedException, status 400\"}");
  }

  @Test
  void aTableThatIsBusyIsA503WithTheTimeToComeBack() throws IOException {
    assertThat(answerTo(new TableException("throttled", true)))
        .isEqualTo(
            "{\"statusCode\":503,\"headers\":{\"Content-Type\":\"application/json\","
                + "\"Retry-After\":\"1\"},"
                + "\"body\":\"{\\\"message\\\":\\\"Service unavailable, try again\\\"}\","
                + "\"isBase64Encoded\":false}");
    assertThat(context.lines()).singleElement().asString().contains("\"level\":\"WARN\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "null", "[]", "", "{\"headers\":[1,{}],\"pathParameters\":\"x\"}"})
  void anEventOfAnotherFormHasNothingInIt(String event) throws IOException {
    Event read = Event.read(new ByteArrayInputStream(event.getBytes(UTF_8)));

    assertThat(read).isEqualTo(new Event(Map.of(), Map.of(), Map.of(), "", null, false));
  }

  private String answerTo(TableException trouble) throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    Exchange.run(
        new ByteArrayInputStream("{}".getBytes(UTF_8)),
        output,
        context,
        event -> {
          throw trouble;
        });
    return output.toString(UTF_8);
  }
}
