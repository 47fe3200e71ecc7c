package dev.skybridge.orders;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a service offers.
 *
 * @param topic the service's name, which is the name of the property that holds the option in
 *     requests and answers; letters and digits, the first a letter, all in lower case
 * @param options what can be ordered, 1 or more, in the order in which they are shown
 */
record Menu(String topic, Set<String> options) {
  private static final Pattern TOPIC = Pattern.compile("[a-z][a-z0-9]*");

  Menu {
    if (!TOPIC.matcher(topic).matches()) {
      throw new IllegalArgumentException(
          "topic: " + topic + " (expected: lower-case letters and digits, the first a letter)");
    }
    if (options.isEmpty()) {
      throw new IllegalArgumentException("options: none (expected: 1 or more)");
    }
    options = Collections.unmodifiableSet(new LinkedHashSet<>(options));
  }
}
