package dev.skybridge.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Makes policies and requests of a small world from a seed, so that they often meet. */
final class PolicyMaker {
  private static final List<AccountId> ACCOUNTS =
      List.of(new AccountId("111122223333"), new AccountId("444455556666"));
  private static final List<String> ROLES = List.of("get", "post");
  private static final List<String> ACTIONS =
      List.of("dynamodb:GetItem", "dynamodb:PutItem", "kms:Decrypt");
  private static final List<String> RESOURCES =
      List.of(
          "arn:aws:dynamodb:eu-central-1:444455556666:table/orders",
          "arn:aws:dynamodb:eu-central-1:444455556666:table/orders/index/by-day",
          "arn:aws:kms:eu-central-1:111122223333:key/1");
  private static final List<String> PATTERNS =
      List.of(
          "arn:aws:dynamodb:*:444455556666:table/*",
          "arn:aws:dynamodb:eu-*-1:4444*:table/orders",
          "arn:aws:kms:eu-central-1:*",
          "arn:aws:*:key/1",
          "arn:aws:dynamodb:eu-central-1:444455556666:table/${aws:UserAgent}",
          "arn:aws:kms:eu-central-1:${aws:PrincipalAccount, '111122223333'}:key/?");
  private static final List<String> CONDITIONS =
      List.of(
          "\"StringEquals\": {\"aws:SourceVpce\": [\"vpce-1\"]}",
          "\"StringNotEquals\": {\"aws:SourceVpce\": [\"vpce-1\", \"vpce-2\"]}",
          "\"StringNotLike\": {\"aws:sourcevpce\": \"vpce-?\"}",
          "\"StringLikeIfExists\": {\"aws:SourceVpce\": \"*-1\"}",
          "\"StringEqualsIgnoreCase\": {\"aws:UserAgent\": \"ORDERS\"}",
          "\"ArnLike\": {\"aws:PrincipalArn\": \"arn:aws:iam::*:role/g*\"}",
          "\"ArnNotEquals\": {\"aws:PrincipalArn\": \"arn:aws:iam::444455556666:role/post\"}",
          "\"ForAllValues:StringEquals\": {\"dynamodb:Attributes\": [\"pk\", \"day\"]}",
          "\"ForAnyValue:StringNotEquals\": {\"dynamodb:Attributes\": [\"pk\", \"day\"]}",
          "\"ForAnyValue:StringLikeIfExists\": {\"dynamodb:Attributes\": \"d*\"}",
          "\"Null\": {\"dynamodb:Attributes\": \"true\"}",
          "\"NumericLessThan\": {\"aws:EpochTime\": \"5\"}",
          "\"Bool\": {\"aws:SecureTransport\": \"true\"}",
          "\"StringEquals\": {\"aws:PrincipalAccount\": \"${aws:ResourceAccount}\"}",
          "\"StringLike\": {\"aws:UserAgent\": \"${aws:SourceVpce, 'ord'}*\"}");

  private final Random random;

  PolicyMaker(long seed) {
    random = new Random(seed);
  }

  Random random() {
    return random;
  }

  /** One to five statements. */
  List<String> statements(boolean principal) {
    return new ArrayList<>(
        IntStream.rangeClosed(0, random.nextInt(5))
            .mapToObj(i -> statement(random.nextInt(5) == 0 ? "Deny" : "Allow", principal))
            .toList());
  }

  String statement(String effect, boolean principal) {
    String who = principal ? ", \"Principal\": " + principal() : "";
    return "{\"Effect\": \"%s\"%s, \"%sAction\": [%s], \"%sResource\": [%s]%s}"
        .formatted(effect, who, not(), several(action()), not(), several(resource()), condition());
  }

  static String policy(List<String> statements) {
    return "{\"Version\": \"2012-10-17\", \"Id\": \"p\", \"Statement\": [\n"
        + String.join(",\n", statements)
        + "]}";
  }

  private String not() {
    return random.nextInt(8) == 0 ? "Not" : "";
  }

  private String several(String one) {
    return random.nextInt(4) == 0 ? one + ", " + one : one;
  }

  private String condition() {
    return switch (random.nextInt(4)) {
      case 0 -> ", \"Condition\": {" + pick(CONDITIONS) + "}";
      case 1 -> {
        String one = pick(CONDITIONS);
        String other = pick(CONDITIONS);
        boolean same = operator(one).equals(operator(other));
        yield ", \"Condition\": {" + one + (same ? "" : ", " + other) + "}";
      }
      default -> "";
    };
  }

  private static String operator(String condition) {
    return condition.substring(0, condition.indexOf('{'));
  }

  private String action() {
    return "\""
        + (random.nextBoolean() ? "*" : pick(List.of("dynamodb:*", "KMS:D?crypt", pick(ACTIONS))))
        + "\"";
  }

  private String resource() {
    return "\""
        + switch (random.nextInt(4)) {
          case 0, 1 -> "*";
          case 2 -> pick(RESOURCES);
          default -> pick(PATTERNS);
        }
        + "\"";
  }

  private String principal() {
    String role = pick(ROLES);
    AccountId account = pick(ACCOUNTS);
    return switch (random.nextInt(7)) {
      case 0 -> "\"*\"";
      case 1 -> "{\"AWS\": \"*\"}";
      case 2 -> "{\"AWS\": \"" + account + "\"}";
      case 3 -> "{\"AWS\": [\"arn:aws:iam::" + account + ":root\"]}";
      case 4 -> "{\"Service\": \"lambda.amazonaws.com\"}";
      case 5 -> "{\"AWS\": \"arn:aws:sts::" + account + ":assumed-role/" + role + "/s\"}";
      default -> "{\"AWS\": [\"arn:aws:iam::" + account + ":role/" + role + "\"]}";
    };
  }

  AccessRequest request() {
    AccountId account = pick(ACCOUNTS);
    String role = pick(ROLES);
    Principal principal =
        switch (random.nextInt(6)) {
          case 0 -> new Principal.Anonymous();
          case 1 -> new Principal.Service("lambda.amazonaws.com");
          default ->
              Principal.Identity.session(
                  "arn:aws:sts::" + account + ":assumed-role/" + role + "/s",
                  "arn:aws:iam::" + account + ":role/" + role,
                  account);
        };
    String resource = pick(RESOURCES);
    return new AccessRequest(
        principal,
        pick(ACTIONS),
        resource,
        new AccountId(Arn.parse(resource).account()),
        context());
  }

  private Context context() {
    Context.Builder context = Context.builder();
    if (random.nextBoolean()) {
      context.put("aws:SourceVpce", "vpce-" + random.nextInt(3));
    }
    if (random.nextBoolean()) {
      context.put("aws:UserAgent", pick(List.of("orders", "Orders", "vpce-1x", "*")));
    }
    if (random.nextBoolean()) {
      context.put("aws:SecureTransport", Boolean.toString(random.nextBoolean()));
      context.put("aws:EpochTime", Integer.toString(random.nextInt(10)));
    }
    if (random.nextBoolean()) {
      context.put(
          "dynamodb:Attributes",
          List.of("pk", "day", "name").subList(random.nextInt(2), 2 + random.nextInt(2)));
    }
    return context.build();
  }

  <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
