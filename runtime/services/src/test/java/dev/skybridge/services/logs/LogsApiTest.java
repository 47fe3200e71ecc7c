package dev.skybridge.services.logs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.api.TestingEndpoint;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CloudWatch Logs as a client sees it. */
class LogsApiTest {
  private static final long NOW = 1_795_568_400_000L;
  private static final Scope SCOPE =
      new Scope(TestingEndpoint.ACCOUNT, new Region(TestingEndpoint.REGION));

  @TempDir private Path folder;
  private LogsService logs;
  private TestingEndpoint endpoint;

  @BeforeEach
  void start() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.ofEpochMilli(NOW));
    logs = new LogsService(folder, now::get);
    endpoint =
        new TestingEndpoint(now, id -> Optional.empty(), List.of(LogsApi.service(logs, now::get)));
  }

  @Test
  void groupsAndStreamsAreMadeAndDescribed() throws Exception {
    logs.put(new LogGroup(SCOPE, "/aws/lambda/a", 7));
    send("CreateLogGroup", "{'logGroupName':'/own'}");
    assertThat(refused("CreateLogGroup", "{'logGroupName':'/own'}"))
        .contains("ResourceAlreadyExistsException");
    JsonNode first = call("DescribeLogGroups", "{'limit':1}");
    assertThat(first.path("logGroups").findValuesAsText("logGroupName"))
        .containsExactly("/aws/lambda/a");
    assertThat(first.path("logGroups").path(0).path("retentionInDays").asInt()).isEqualTo(7);
    assertThat(first.path("logGroups").path(0).path("arn").asText())
        .isEqualTo("arn:aws:logs:eu-central-1:111122223333:log-group:/aws/lambda/a:*");
    JsonNode rest =
        call("DescribeLogGroups", "{'nextToken':'" + first.path("nextToken").asText() + "'}");
    assertThat(rest.path("logGroups").findValuesAsText("logGroupName")).containsExactly("/own");
    assertThat(call("DescribeLogGroups", "{'logGroupNamePrefix':'/aws'}").path("logGroups"))
        .hasSize(1);

    send("CreateLogStream", "{'logGroupName':'/own','logStreamName':'b'}");
    send("CreateLogStream", "{'logGroupName':'/own','logStreamName':'a'}");
    put("/own", "a", NOW - 5, "x");
    put("/own", "b", NOW - 9, "y");
    assertThat(streams("")).containsExactly("a", "b");
    assertThat(streams(",'orderBy':'LastEventTime','descending':true")).containsExactly("a", "b");
    assertThat(streams(",'orderBy':'LastEventTime'")).containsExactly("b", "a");
    assertThat(streams(",'logStreamNamePrefix':'b'")).containsExactly("b");
    assertThat(refused("DescribeLogStreams", "{'logGroupName':'/none'}"))
        .contains("ResourceNotFoundException", "The specified log group does not exist.");
  }

  @Test
  void anArnCannotLeaveItsAccountsFolder() throws Exception {
    Scope foreign = new Scope(new AccountId("444455556666"), SCOPE.region());
    logs.make(new LogGroup(foreign, "/theirs", 0));
    logs.append(
        foreign.arn("logs", "log-group:/theirs"), "a", List.of(new LogEvent(NOW, "a", "secret")));
    for (String arn :
        List.of(
            "arn:aws:logs:eu-central-1/../../444455556666/eu-central-1:111122223333:log-group:/theirs",
            "arn:aws:logs:eu-central-1:111122223333/../444455556666:log-group:/theirs",
            "arn:aws:logs:eu-central-1:444455556666:log-group:/theirs",
            "arn:aws:logs:eu-central-1:111122223333:log-group:../../444455556666/eu-central-1")) {
      assertThat(refused("FilterLogEvents", "{'logGroupIdentifier':'" + arn + "'}"))
          .as(arn)
          .doesNotContain("secret", "InternalFailure");
    }
  }

  @Test
  void namesOfDotsAndLongNamesStayInTheirFolder() throws Exception {
    send("CreateLogGroup", "{'logGroupName':'..'}");
    send("CreateLogStream", "{'logGroupName':'..','logStreamName':'.'}");
    put("..", ".", NOW, "kept");
    assertThat(call("DescribeLogGroups", "{}").path("logGroups").findValuesAsText("logGroupName"))
        .containsExactly("..");
    assertThat(call("FilterLogEvents", "{'logGroupName':'..'}").path("events")).hasSize(1);
    assertThat(refused("CreateLogGroup", "{'logGroupName':'" + "g".repeat(241) + "'}"))
        .contains("InvalidParameterException", "up to 240 bytes");
  }

  @Test
  void eventsAreReadForwardsAndBackwards() throws Exception {
    send("CreateLogGroup", "{'logGroupName':'/own'}");
    send("CreateLogStream", "{'logGroupName':'/own','logStreamName':'a'}");
    for (int i = 1; i <= 5; i++) {
      put("/own", "a", NOW + i, "event " + i);
    }
    JsonNode last = events(",'limit':2");
    assertThat(last.path("events").findValuesAsText("message"))
        .containsExactly("event 4", "event 5");
    JsonNode before = events(",'limit':2,'nextToken':'" + text(last, "nextBackwardToken") + "'");
    assertThat(before.path("events").findValuesAsText("message"))
        .containsExactly("event 2", "event 3");
    JsonNode head = events(",'limit':3,'startFromHead':true");
    assertThat(head.path("events").findValuesAsText("message"))
        .containsExactly("event 1", "event 2", "event 3");
    JsonNode rest = events(",'nextToken':'" + text(head, "nextForwardToken") + "'");
    assertThat(rest.path("events")).hasSize(2);
    JsonNode end = events(",'nextToken':'" + text(rest, "nextForwardToken") + "'");
    assertThat(end.path("events")).isEmpty();
    assertThat(text(end, "nextForwardToken")).isEqualTo(text(rest, "nextForwardToken"));
    assertThat(events(",'startTime':" + (NOW + 2) + ",'endTime':" + (NOW + 4)).path("events"))
        .hasSize(2);
  }

  @Test
  void aSearchFindsTermsInAllStreamsByTime() throws Exception {
    send("CreateLogGroup", "{'logGroupName':'/own'}");
    for (String stream : List.of("a", "b")) {
      send("CreateLogStream", "{'logGroupName':'/own','logStreamName':'" + stream + "'}");
    }
    put("/own", "b", NOW + 1, "ERROR tea is cold");
    put("/own", "a", NOW + 2, "INFO tea is hot");
    put("/own", "a", NOW + 3, "WARN milk");
    assertThat(search("tea")).containsExactly("ERROR tea is cold", "INFO tea is hot");
    assertThat(search("tea -hot")).containsExactly("ERROR tea is cold");
    assertThat(search("?ERROR ?WARN")).containsExactly("ERROR tea is cold", "WARN milk");
    assertThat(search("\\\"tea is\\\" INFO")).containsExactly("INFO tea is hot");
    assertThat(search("")).hasSize(3);
    assertThat(refused("FilterLogEvents", "{'logGroupName':'/own','filterPattern':'{ $.a = 1 }'}"))
        .contains("InvalidParameterException", "Invalid filter pattern");

    JsonNode first = call("FilterLogEvents", "{'logGroupName':'/own','limit':2}");
    JsonNode rest =
        call(
            "FilterLogEvents",
            "{'logGroupName':'/own','nextToken':'" + text(first, "nextToken") + "'}");
    assertThat(first.path("events")).hasSize(2);
    assertThat(rest.path("events").findValuesAsText("message")).containsExactly("WARN milk");
    assertThat(rest.has("nextToken")).isFalse();
  }

  @Test
  void eventsOutOfTimeAreToldAndEventsOutOfOrderRefused() throws Exception {
    send("CreateLogGroup", "{'logGroupName':'/own'}");
    send("CreateLogStream", "{'logGroupName':'/own','logStreamName':'a'}");
    JsonNode answer =
        call(
            "PutLogEvents",
            "{'logGroupName':'/own','logStreamName':'a','logEvents':[{'timestamp':1,'message':'old'},"
                + "{'timestamp':"
                + NOW
                + ",'message':'now'},{'timestamp':"
                + (NOW + 10_000_000)
                + ",'message':'new'}]}");
    assertThat(answer.path("rejectedLogEventsInfo").toString())
        .isEqualTo("{\"tooNewLogEventStartIndex\":2,\"tooOldLogEventEndIndex\":1}");
    assertThat(events("").path("events").findValuesAsText("message")).containsExactly("now");
    assertThat(
            refused(
                "PutLogEvents",
                "{'logGroupName':'/own','logStreamName':'a','logEvents':["
                    + "{'timestamp':2,'message':'b'},{'timestamp':1,'message':'a'}]}"))
        .contains("must be in chronological order");
    assertThat(
            refused(
                "PutLogEvents",
                "{'logGroupName':'/own','logStreamName':'none','logEvents':[{'timestamp':2,"
                    + "'message':'b'}]}"))
        .contains("The specified log stream does not exist.");
  }

  @Test
  void whoMayNotGetsNothing() throws Exception {
    send("CreateLogGroup", "{'logGroupName':'/own'}");
    endpoint.rights = "logs:Describe*";
    assertThat(call("DescribeLogGroups", "{}").path("logGroups")).hasSize(1);
    assertThat(refused("FilterLogEvents", "{'logGroupName':'/own'}"))
        .contains(
            "AccessDeniedException",
            "logs:FilterLogEvents on resource:"
                + " arn:aws:logs:eu-central-1:111122223333:log-group:/own:log-stream:");
    assertThat(refused("GetLogEvents", "{'logGroupName':'/own','logStreamName':'a'}"))
        .contains("logs:GetLogEvents");
    assertThat(refused("CreateLogGroup", "{'logGroupName':'../x*'}"))
        .contains("failed to satisfy constraint");
  }

  private void put(String group, String stream, long millis, String message) throws Exception {
    call(
        "PutLogEvents",
        "{'logGroupName':'"
            + group
            + "','logStreamName':'"
            + stream
            + "','logEvents':[{'timestamp':"
            + millis
            + ",'message':'"
            + message
            + "'}]}");
  }

  private List<String> streams(String more) throws Exception {
    return call("DescribeLogStreams", "{'logGroupName':'/own'" + more + "}")
        .path("logStreams")
        .findValuesAsText("logStreamName");
  }

  private JsonNode events(String more) throws Exception {
    return call("GetLogEvents", "{'logGroupName':'/own','logStreamName':'a'" + more + "}");
  }

  private List<String> search(String pattern) throws Exception {
    return call("FilterLogEvents", "{'logGroupName':'/own','filterPattern':'" + pattern + "'}")
        .path("events")
        .findValuesAsText("message");
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asText();
  }

  private JsonNode call(String operation, String body)
      throws InterruptedException, JsonProcessingException {
    HttpResponse response = send(operation, body);
    assertThat(response.status()).as(response.text()).isEqualTo(200);
    return new ObjectMapper().readTree(response.text());
  }

  private String refused(String operation, String body) throws InterruptedException {
    HttpResponse response = send(operation, body);
    assertThat(response.status()).as(response.text()).isEqualTo(400);
    return response.text();
  }

  private HttpResponse send(String operation, String body) throws InterruptedException {
    return endpoint.json("logs", "Logs_20140328." + operation, body.replace('\'', '"'));
  }
}
