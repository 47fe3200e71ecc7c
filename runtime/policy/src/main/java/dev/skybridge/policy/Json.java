package dev.skybridge.policy;

import java.util.List;

/** A JSON value that knows its place in the text. */
sealed interface Json {
  Position position();

  /** What it is, for messages. */
  String kind();

  record Text(String value, Position position) implements Json {
    @Override
    public String kind() {
      return "the string \"" + value + "\"";
    }
  }

  /** A number or a boolean, as written. */
  record Scalar(String text, Position position) implements Json {
    @Override
    public String kind() {
      return text;
    }
  }

  record Nothing(Position position) implements Json {
    @Override
    public String kind() {
      return "null";
    }
  }

  record Items(List<Json> items, Position position) implements Json {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  record Members(List<Member> members, Position position) implements Json {
    public Members {
      members = List.copyOf(members);
    }

    @Override
    public String kind() {
      return "an object";
    }
  }

  record Member(String name, Position position, Json value) {}
}
