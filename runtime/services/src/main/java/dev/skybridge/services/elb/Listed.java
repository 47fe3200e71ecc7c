package dev.skybridge.services.elb;

import dev.skybridge.policy.Arn;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.api.ApiAnswer;
import dev.skybridge.services.api.ApiCall;
import dev.skybridge.services.api.Input;
import dev.skybridge.services.api.Output;
import dev.skybridge.services.api.Page;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** What the describe operations have in common: whose resources, which of them, in pages. */
final class Listed {
  private static final int PAGE = 400;

  private Listed() {}

  /** Authorises a call: these operations know no resources. */
  static Input authorized(ApiCall call, String operation) {
    call.authorize("elasticloadbalancing:" + operation, "*");
    return call.input();
  }

  /** Whether the caller's account has a resource in the Region of the call. */
  static boolean isOwn(Arn arn, Scope scope) {
    return arn.account().equals(scope.account().value())
        && arn.region().equals(scope.region().name());
  }

  /** An ARN of a kind of resource, e.g. {@code loadbalancer/}. */
  static Arn arn(Input input, String text, String kind) {
    if (!Arn.isArn(text) || !Arn.parse(text).resource().startsWith(kind)) {
      String words = kind.substring(0, kind.length() - 1);
      throw input.invalid("'" + text + "' is not a valid " + words + " ARN");
    }
    return Arn.parse(text);
  }

  /** Refuses what is asked for by name or ARN and is not among {@code found}. */
  static void check(List<String> wanted, List<String> found, String code, String message) {
    List<String> absent = wanted.stream().filter(each -> !found.contains(each)).toList();
    if (!absent.isEmpty()) {
      throw new AwsException(code, 400, message.formatted(String.join(", ", absent)));
    }
  }

  /** A page of a list of structures. */
  static <T> ApiAnswer page(
      ApiCall call,
      String member,
      List<T> all,
      Function<T, String> key,
      Function<T, Output.Structure> writer) {
    Input input = call.input();
    Page<T> page =
        Page.of(
            all.stream().sorted(Comparator.comparing(key)).toList(),
            key,
            input.find("Marker"),
            input.whole("PageSize", 1, PAGE, PAGE),
            () -> input.invalid("The marker is not valid"));
    return ApiAnswer.of(
        Output.Structure.builder()
            .structures(member, page.items().stream().map(writer).toList())
            .putIf("NextMarker", page.next())
            .build());
  }

  /** Attributes as the API has them. */
  static Output.Structure attribute(String key, Object value) {
    return Output.Structure.builder().put("Key", key).put("Value", value.toString()).build();
  }
}
