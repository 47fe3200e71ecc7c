package dev.skybridge.provider.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Where in a resource something stands: {@code ingress[0].cidr_blocks}. */
public record AttributePath(List<Step> steps) {
  private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[(\\d+)]|\\[\"([^\"]*)\"]");

  /** The resource itself. */
  public static final AttributePath ROOT = new AttributePath(List.of());

  public AttributePath {
    steps = List.copyOf(steps);
  }

  /** Reads a path as {@link #toString} writes it. */
  public static AttributePath parse(String text) {
    var steps = new ArrayList<Step>();
    var matcher = STEP.matcher(text);
    while (matcher.find()) {
      if (matcher.group(1) != null) {
        steps.add(new Step.Name(matcher.group(1)));
      } else if (matcher.group(2) != null) {
        steps.add(new Step.Index(Long.parseLong(matcher.group(2))));
      } else {
        steps.add(new Step.Key(matcher.group(3)));
      }
    }
    return new AttributePath(steps);
  }

  AttributePath name(String name) {
    return then(new Step.Name(name));
  }

  AttributePath index(long index) {
    return then(new Step.Index(index));
  }

  AttributePath key(String key) {
    return then(new Step.Key(key));
  }

  private AttributePath then(Step step) {
    var longer = new ArrayList<>(steps);
    longer.add(step);
    return new AttributePath(longer);
  }

  /** The path as rules write it: names only, with dots. */
  String dotted() {
    var text = new StringBuilder();
    for (var step : steps) {
      if (step instanceof Step.Name(var name)) {
        text.append(text.isEmpty() ? "" : ".").append(name);
      }
    }
    return text.toString();
  }

  /** The path as the real provider's messages write it: {@code statement.0.effect}. */
  String numbered() {
    return toString().replaceAll("\\[\"?([^\\]\"]*)\"?]", ".$1");
  }

  @Override
  public String toString() {
    var text = new StringBuilder();
    for (var step : steps) {
      switch (step) {
        case Step.Name(var name) -> text.append(text.isEmpty() ? "" : ".").append(name);
        case Step.Index(var index) -> text.append('[').append(index).append(']');
        case Step.Key(var key) -> text.append("[\"").append(key).append("\"]");
      }
    }
    return text.toString();
  }

  /** One step down. */
  public sealed interface Step {
    /** To an attribute or a nested block. */
    record Name(String name) implements Step {}

    /** To an element of a list. */
    record Index(long index) implements Step {}

    /** To an entry of a map. */
    record Key(String key) implements Step {}
  }
}
