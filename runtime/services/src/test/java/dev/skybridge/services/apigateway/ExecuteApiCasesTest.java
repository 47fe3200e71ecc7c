package dev.skybridge.services.apigateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.skybridge.network.http.Headers;
import dev.skybridge.network.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests beside the answers that {@code execute-api} gives and the events that functions get:
 * {@code src/test/resources/apigateway/cases}. Ids made at random stand as {@code ID} there.
 */
class ExecuteApiCasesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  static List<CaseFile> cases() {
    return CaseFile.all("apigateway/cases");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void answersAsAwsDoes(CaseFile file) throws Exception {
    World world =
        new World(
            World.document(file.optional("document").orElse("orders.yaml").strip()),
            file.optional("resource policy").orElse(World.OPEN_POLICY),
            file.optional("binary media types").stream().map(String::strip).toList());
    file.optional("endpoint policy").ifPresent(world::endpointPolicy);
    file.optional("endpoint").ifPresent(id -> world.arriveOver(id.strip()));
    world.functions.permit(file.optional("permission").isEmpty());
    file.optional("function").ifPresent(answer -> world.functions.answer(result(answer)));

    HttpResponse response = sent(world, file.get("request"));

    assertThat(text(response)).isEqualTo(file.get("response"));
    assertThat(world.functions.events())
        .as("events")
        .hasSize(file.optional("function").isPresent() ? 1 : 0);
    if (file.optional("event").isPresent()) {
      assertThat(pretty(world.functions.events().getFirst())).isEqualTo(pretty(file.get("event")));
    }
    if (file.optional("trace").isPresent()) {
      assertThat(trace(world)).isEqualTo(file.get("trace"));
    }
  }

  private static InvokeResult result(String answer) {
    return switch (answer.strip()) {
      case "failed" -> new InvokeResult.Failed("it threw");
      case "throttled" -> new InvokeResult.Throttled("no concurrency is left");
      case "too large" -> new InvokeResult.TooLarge("more than 6291456 bytes");
      case "timed out" -> new InvokeResult.TimedOut();
      case "nothing" -> new InvokeResult.Returned(new byte[0]);
      default -> new InvokeResult.Returned(answer.getBytes(UTF_8));
    };
  }

  private static HttpResponse sent(World world, String request) throws InterruptedException {
    int blank = request.indexOf("\n\n");
    String head = blank < 0 ? request : request.substring(0, blank);
    String body = blank < 0 ? "" : request.substring(blank + 2);
    String[] lines = head.split("\n", -1);
    String[] start = lines[0].split(" ", 3);
    List<Headers.Header> headers = new ArrayList<>();
    for (int index = 1; index < lines.length; index++) {
      int colon = lines[index].indexOf(": ");
      headers.add(
          new Headers.Header(lines[index].substring(0, colon), lines[index].substring(colon + 2)));
    }
    return world.send(start[0], start[1], new Headers(headers), body.getBytes(UTF_8));
  }

  private static String text(HttpResponse response) {
    StringBuilder text = new StringBuilder("HTTP/1.1 " + response.status());
    text.append(' ').append(response.reason()).append('\n');
    for (Headers.Header header : response.headers().entries()) {
      String value =
          switch (header.name()) {
            case "x-amzn-RequestId", "x-amz-apigw-id" -> "ID";
            case "X-Amzn-Trace-Id" ->
                header
                    .value()
                    .replaceAll("Root=1-6b03c9bf-[0-9a-f]{24}", "Root=NEW")
                    .replaceAll("Parent=[0-9a-f]{16}", "Parent=ID");
            default -> header.value();
          };
      text.append(header.name()).append(": ").append(value).append('\n');
    }
    return (text + "\n" + response.text()).stripTrailing();
  }

  private static String pretty(String json) throws JsonProcessingException {
    return JSON.readTree(json)
        .toPrettyString()
        .replaceAll("\"requestId\" : \"[0-9a-f-]{36}\"", "\"requestId\" : \"ID\"")
        .replaceAll("\"extendedRequestId\" : \"[^\"]{15}=\"", "\"extendedRequestId\" : \"ID\"");
  }

  private static String trace(World world) {
    StringBuilder text = new StringBuilder();
    world
        .traces
        .last()
        .orElseThrow()
        .steps()
        .forEach(step ->
            text.append(step.gate())
                .append(step.verdict().allowed() ? ": yes, " : ": NO, ")
                .append(step.verdict().rule())
                .append('\n'));
    return text.toString().stripTrailing();
  }
}
