package dev.skybridge.provider;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a resource type keeps beside an instance's state; Terraform does not show it. */
public record PrivateData(Map<String, String> texts) {
  /** Nothing kept. */
  public static final PrivateData EMPTY = new PrivateData(Map.of());

  public PrivateData {
    texts = Collections.unmodifiableMap(new TreeMap<>(texts));
  }

  /** The text kept under {@code key}, which must be there. */
  public String text(String key) {
    return optionalText(key)
        .orElseThrow(() -> new IllegalStateException("nothing remembered under " + key));
  }

  /** The text kept under {@code key}, if any. */
  public Optional<String> optionalText(String key) {
    return Optional.ofNullable(texts.get(key));
  }

  /** This data with one more text. */
  public PrivateData with(String key, String text) {
    var changed = new TreeMap<>(texts);
    changed.put(key, text);
    return new PrivateData(changed);
  }
}
