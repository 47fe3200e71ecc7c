package dev.skybridge.services.logs;

import dev.skybridge.services.api.ApiOperation;
import dev.skybridge.services.api.ApiService;
import dev.skybridge.services.api.JsonProtocol;
import java.time.InstantSource;
import java.util.List;

/**
 * The API of CloudWatch Logs.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_Operations.html">Actions
 *     of CloudWatch Logs</a>
 */
public final class LogsApi {
  private LogsApi() {}

  public static ApiService service(LogsService logs, InstantSource clock) {
    LogGroupCalls groups = new LogGroupCalls(logs);
    LogEventCalls events = new LogEventCalls(logs, clock);
    LogSearch search = new LogSearch(logs);
    return new ApiService(
        "logs",
        new JsonProtocol("1.1", "Logs_20140328", "message"),
        List.of(
            ApiOperation.named("CreateLogGroup", groups::create),
            ApiOperation.named("DescribeLogGroups", groups::describe),
            ApiOperation.named("CreateLogStream", groups::createStream),
            ApiOperation.named("DescribeLogStreams", groups::describeStreams),
            ApiOperation.named("PutLogEvents", events::put),
            ApiOperation.named("GetLogEvents", events::get),
            ApiOperation.named("FilterLogEvents", search::filter)));
  }
}
