package dev.skybridge.services.api.describe;

import dev.skybridge.services.api.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tags as EC2's API writes them. */
public final class TagSet {
  private TagSet() {}

  /** A list of {@code key} and {@code value}. */
  public static Output.Items of(Map<String, String> tags) {
    List<Output.Structure> list = new ArrayList<>();
    tags.forEach((key, value) ->
        list.add(Output.Structure.builder().put("key", key).put("value", value).build()));
    return Output.Items.of(list);
  }
}
