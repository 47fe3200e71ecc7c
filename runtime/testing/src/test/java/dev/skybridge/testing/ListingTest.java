package dev.skybridge.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What scripts read is as the README says. */
class ListingTest {
  private static final TestingRuntime RUNTIME = TestingRuntime.fromSnapshot();
  private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| ((?:`\\w+`(?:, )?)+) \\|");

  /** What needs Terraform or minutes has tests of its own. */
  private static final List<String> ELSEWHERE = List.of("what-if", "benchmark");

  @BeforeAll
  static void seeARequest() throws IOException {
    Answer answer = RUNTIME.client().send(Request.get(Orders.FOOD + "/x"));
    assertThat(answer.status()).isNotZero();
  }

  @AfterAll
  static void close() {
    RUNTIME.close();
  }

  /** A row of the table: a command and its fields. */
  record Documented(String command, List<String> fields) {}

  static List<Documented> documented() throws IOException {
    String readme = Files.readString(TestingRuntime.home().resolve("README.md"));
    int start = readme.indexOf("## For scripts");
    Matcher row = ROW.matcher(readme.substring(start, readme.indexOf("\n## ", start)));
    List<Documented> all = new ArrayList<>();
    while (row.find()) {
      List<String> fields = Arrays.asList(row.group(2).replace("`", "").split(", ", -1));
      if (!ELSEWHERE.contains(row.group(1).split(" ", -1)[0])) {
        all.add(new Documented(row.group(1).replace("URL", Orders.FOOD), fields));
      }
    }
    return all;
  }

  @Test
  void listingsAreDocumented() throws IOException {
    assertThat(documented()).extracting(Documented::command).contains("status", "trace --list");
  }

  @ParameterizedTest
  @MethodSource("documented")
  void fieldsOfAListingAreThere(Documented listing) throws IOException {
    List<String> words = new ArrayList<>(List.of(listing.command().split(" ", -1)));
    words.add("--json");
    CommandRun run =
        CommandRun.of(
            RUNTIME, words.getFirst(), words.subList(1, words.size()).toArray(String[]::new));

    assertThat(run.status()).as(run.output()).isZero();
    JsonNode document = new ObjectMapper().readTree(run.output());
    List<String> fields = new ArrayList<>();
    document.fieldNames().forEachRemaining(fields::add);
    assertThat(fields).containsAll(listing.fields());
  }

  @Test
  void latestRequestIsTheLastOfTheList() throws IOException {
    RUNTIME.client().send(Request.get(Orders.FOOD + "/y"));
    CommandRun run = CommandRun.of(RUNTIME, "trace", "--list", "-n=1");

    assertThat(run.output())
        .contains("GET " + Orders.FOOD + "/y")
        .contains(RUNTIME.lastTrace().id());
    assertThat(run.output().lines()).hasSize(2);
  }

  @Test
  void mistypedCommandOrOptionGetsTheNearOne() {
    assertThat(CommandRun.of(RUNTIME, "stats").output())
        .startsWith("skybridge: stats: there is no such command; did you mean status?\n");
    CommandRun option = CommandRun.of(RUNTIME, "check", "--form=client");
    assertThat(option.status()).isEqualTo(2);
    assertThat(option.output())
        .isEqualTo(
            """
            skybridge: --form: there is no such option; did you mean --from?
              See ./skybridge check --help.
            """);
    assertThat(CommandRun.of(RUNTIME, "status", "now").output())
        .startsWith("skybridge: now: an argument too many\n");
  }
}
