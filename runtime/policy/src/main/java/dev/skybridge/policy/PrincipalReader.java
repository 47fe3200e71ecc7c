package dev.skybridge.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads a Principal or NotPrincipal element. */
final class PrincipalReader {
  private static final List<String> TYPES =
      Arrays.stream(Principals.Type.values()).map(Principals.Type::text).toList();

  private PrincipalReader() {}

  static Principals read(Json.Member member, Statement.Effect effect) {
    boolean negated = member.name().startsWith("Not");
    if (negated && effect == Statement.Effect.ALLOW) {
      throw new MalformedPolicyException(
          "NotPrincipal with Effect Allow is not supported", member.position());
    }
    if (member.value() instanceof Json.Text text) {
      if (!text.value().equals("*")) {
        throw invalid(text.value(), text.position());
      }
      return new Principals(negated, true, List.of());
    }
    Fields fields = Fields.of(member.value(), member.name(), TYPES);
    List<Principals.Entry> entries = new ArrayList<>();
    for (Principals.Type type : Principals.Type.values()) {
      fields
          .find(type.text())
          .ifPresent(value -> {
            for (Json.Text text : Fields.texts(value, type.text())) {
              entries.add(entry(type, text));
            }
          });
    }
    if (entries.isEmpty()) {
      throw new MalformedPolicyException(
          "Invalid principal in policy: " + member.name() + " is empty", fields.position());
    }
    return new Principals(negated, false, entries);
  }

  private static Principals.Entry entry(Principals.Type type, Json.Text text) {
    String value = text.value();
    boolean valid =
        switch (type) {
          case AWS -> isAwsPrincipal(value);
          case SERVICE -> value.matches("[a-z0-9.-]+\\.amazonaws\\.com(\\.cn)?");
          case FEDERATED, CANONICAL_USER -> !value.isBlank();
        };
    if (!valid) {
      throw invalid("\"" + type.text() + "\":\"" + value + "\"", text.position());
    }
    return new Principals.Entry(type, value);
  }

  private static boolean isAwsPrincipal(String value) {
    if (value.equals("*") || AccountId.isAccountId(value)) {
      return true;
    }
    if (value.contains("*") || value.contains("?") || !Arn.isArn(value)) {
      return false;
    }
    Arn arn = Arn.parse(value);
    return AccountId.isAccountId(arn.account())
        && arn.region().isEmpty()
        && switch (arn.service()) {
          case "iam" -> arn.resource().matches("root|user/.+|role/.+");
          case "sts" -> arn.resource().matches("assumed-role/.+/.+|federated-user/.+");
          default -> false;
        };
  }

  private static MalformedPolicyException invalid(String value, Position position) {
    return new MalformedPolicyException("Invalid principal in policy: " + value, position);
  }
}
