package dev.skybridge.services.logs;

import dev.skybridge.policy.Arn;
import dev.skybridge.services.api.ApiAnswer;
import dev.skybridge.services.api.ApiCall;
import dev.skybridge.services.api.Input;
import dev.skybridge.services.api.Output;
import dev.skybridge.services.api.Page;
import java.util.List;
import java.util.Optional;

/** The operations on groups and streams. */
final class LogGroupCalls {
  private final LogsService logs;

  LogGroupCalls(LogsService logs) {
    this.logs = logs;
  }

  ApiAnswer create(ApiCall call) {
    call.input().refuse("kmsKeyId", "tags", "logGroupClass");
    Arn group = LogNames.group(call);
    call.authorize("logs:CreateLogGroup", LogNames.resource(group, ""), Optional.empty());
    logs.make(new LogGroup(call.scope(), group.resource().substring("log-group:".length()), 0));
    return ApiAnswer.DONE;
  }

  ApiAnswer describe(ApiCall call) {
    Input input = call.input();
    input.refuse("accountIdentifiers", "includeLinkedAccounts", "logGroupClass");
    input.refuseElements("logGroupIdentifiers");
    String prefix = input.find("logGroupNamePrefix").orElse("");
    String pattern = input.find("logGroupNamePattern").orElse("");
    call.authorize(
        "logs:DescribeLogGroups",
        LogNames.resource(call.scope().arn("logs", "log-group:" + prefix), ""),
        Optional.empty());
    Page<LogGroup> page =
        Page.of(
            logs.groups(call.scope()).stream()
                .filter(group -> group.name().startsWith(prefix))
                .filter(group -> group.name().contains(pattern))
                .toList(),
            LogGroup::name,
            input.find("nextToken"),
            input.whole("limit", 1, 50, 50),
            LogNames::invalidToken);
    return ApiAnswer.of(
        Output.Structure.builder()
            .structures("logGroups", page.items().stream().map(this::described).toList())
            .putIf("nextToken", page.next())
            .build());
  }

  private Output.Structure described(LogGroup group) {
    Output.Builder description = Output.Structure.builder().put("logGroupName", group.name());
    if (group.retentionDays() > 0) {
      description.put("retentionInDays", group.retentionDays());
    }
    return description
        .put("metricFilterCount", 0)
        .put("arn", group.arn() + ":*")
        .put("storedBytes", logs.bytes(group.arn()))
        .put("logGroupClass", "STANDARD")
        .put("logGroupArn", group.arn().toString())
        .build();
  }

  ApiAnswer createStream(ApiCall call) {
    Arn group = LogNames.group(call);
    String stream = LogNames.stream(call);
    call.authorize("logs:CreateLogStream", LogNames.resource(group, stream), Optional.empty());
    logs.makeStream(group, stream);
    return ApiAnswer.DONE;
  }

  ApiAnswer describeStreams(ApiCall call) {
    Input input = call.input();
    Arn group = LogNames.group(call);
    call.authorize("logs:DescribeLogStreams", LogNames.resource(group, ""), Optional.empty());
    String prefix = input.find("logStreamNamePrefix").orElse("");
    boolean byTime = input.find("orderBy").orElse("LogStreamName").equals("LastEventTime");
    if (byTime && !prefix.isEmpty()) {
      throw LogNames.invalid("Cannot order by LastEventTime with a logStreamNamePrefix.");
    }
    List<StreamDescription> all =
        logs.streams(group).stream()
            .filter(name -> name.startsWith(prefix))
            .map(name -> StreamDescription.of(name, logs.events(group, name)))
            .sorted(StreamDescription.order(byTime, input.flag("descending", false)))
            .toList();
    int start = all.isEmpty() ? 0 : start(all, input.find("nextToken"));
    int end = (int) Math.min(all.size(), start + input.whole("limit", 1, 50, 50));
    Output.Builder answer =
        Output.Structure.builder()
            .structures(
                "logStreams",
                all.subList(start, end).stream().map(each -> each.output(group)).toList());
    if (end < all.size()) {
      answer.put("nextToken", all.get(end - 1).name());
    }
    return ApiAnswer.of(answer.build());
  }

  /** A token is the name of the last stream of the page before. */
  private static int start(List<StreamDescription> all, Optional<String> token) {
    if (token.isEmpty()) {
      return 0;
    }
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).name().equals(token.get())) {
        return i + 1;
      }
    }
    throw LogNames.invalidToken();
  }
}
