package dev.skybridge.policy;

import java.util.List;
import java.util.Optional;

/** The members of a JSON object that may have certain names only. */
final class Fields {
  private final Json.Members object;
  private final String where;

  private Fields(Json.Members object, String where) {
    this.object = object;
    this.where = where;
  }

  static Fields of(Json json, String where, List<String> allowed) {
    if (!(json instanceof Json.Members object)) {
      throw new MalformedPolicyException(
          "Syntax errors in policy: " + where + " is " + json.kind() + " (expected: an object)",
          json.position());
    }
    for (Json.Member member : object.members()) {
      if (!allowed.contains(member.name())) {
        throw new MalformedPolicyException(
            "Unknown field "
                + member.name()
                + " in "
                + where
                + NearName.hint(member.name(), allowed),
            member.position());
      }
    }
    return new Fields(object, where);
  }

  Optional<Json> find(String name) {
    return member(name).map(Json.Member::value);
  }

  Optional<Json.Member> member(String name) {
    return object.members().stream().filter(member -> member.name().equals(name)).findFirst();
  }

  Json require(String name) {
    return find(name)
        .orElseThrow(() ->
            new MalformedPolicyException(
                "Missing required field " + name + " in " + where, object.position()));
  }

  Position position() {
    return object.position();
  }

  /** A string. */
  static String text(Json value, String name) {
    if (value instanceof Json.Text text) {
      return text.value();
    }
    throw new MalformedPolicyException(
        "Syntax errors in policy: " + name + " is " + value.kind() + " (expected: a string)",
        value.position());
  }

  /** A string or a list of strings, each with its position. */
  static List<Json.Text> texts(Json value, String name) {
    if (value instanceof Json.Items items) {
      if (items.items().isEmpty()) {
        throw new MalformedPolicyException(
            "Syntax errors in policy: " + name + " is an empty list", value.position());
      }
      return items.items().stream()
          .map(item -> new Json.Text(text(item, name), item.position()))
          .toList();
    }
    return List.of(new Json.Text(text(value, name), value.position()));
  }
}
