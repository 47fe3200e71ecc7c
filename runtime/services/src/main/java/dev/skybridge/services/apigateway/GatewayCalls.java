package dev.skybridge.services.apigateway;

import dev.skybridge.policy.Region;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.api.ApiAnswer;
import dev.skybridge.services.api.ApiCall;
import dev.skybridge.services.api.Output;
import dev.skybridge.services.api.Page;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** What the operations of API Gateway's API have in common. */
final class GatewayCalls {
  private GatewayCalls() {}

  /** The ARN of a path of the API; API Gateway's ARNs have no account. */
  static String arn(ApiCall call, String path) {
    Region region = call.scope().region();
    return "arn:" + region.partition() + ":apigateway:" + region.name() + "::" + path;
  }

  /** Refuses a call that may not read a path. */
  static void authorize(ApiCall call, String path) {
    call.authorize("apigateway:GET", arn(call, path));
  }

  /** The API of the path's label, of the caller's own account and Region. */
  static RestApi api(ApiGateway gateway, ApiCall call) {
    return gateway.checks().api(call.scope(), call.input().text("restapi_id"));
  }

  static String apiPath(ApiCall call, String rest) {
    return "/restapis/" + call.input().text("restapi_id") + rest;
  }

  /** A page of a listing: {@code position} and {@code limit}, which is 25 and at most 500. */
  static <T> ApiAnswer listing(
      ApiCall call, List<T> all, Function<T, String> key, Function<T, Output> shape) {
    Page<T> page =
        Page.of(
            all.stream().sorted(Comparator.comparing(key)).toList(),
            key,
            call.input().find("position"),
            limit(call),
            () -> new AwsException("BadRequestException", 400, "Invalid position parameter"));
    return ApiAnswer.of(
        Output.Structure.builder()
            .putIf("position", page.next())
            .put("item", Output.Items.of(page.items().stream().map(shape).toList()))
            .build());
  }

  private static long limit(ApiCall call) {
    long limit = call.input().findWhole("limit").orElse(25L);
    if (limit < 1) {
      throw new AwsException("BadRequestException", 400, "Invalid limit parameter");
    }
    return Math.min(500, limit);
  }

  /** Puts what is told of a resource. */
  static Output.Builder details(Output.Builder shape, Details details) {
    shape.putIf("description", details.description());
    details.created().ifPresent(created -> shape.put("createdDate", created));
    return tags(shape, details);
  }

  static Output.Builder tags(Output.Builder shape, Details details) {
    return details.tags().isEmpty()
        ? shape
        : shape.put("tags", Output.Entries.texts(new TreeMap<>(details.tags())));
  }

  static <T> T found(Optional<T> found, String message) {
    return found.orElseThrow(() -> new AwsException("NotFoundException", 404, message));
  }
}
