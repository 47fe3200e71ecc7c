package dev.skybridge.services.route53;

import dev.skybridge.services.api.Output;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Zones and names as Route 53's API writes them. */
final class ZoneText {
  private ZoneText() {}

  /** A name with its last dot; characters that no host name has are in octal. */
  static String name(String canonical) {
    StringBuilder text = new StringBuilder();
    for (char c : (canonical + ".").toCharArray()) {
      boolean plain = c == '-' || c == '.' || c == '_' || (c < 128 && Character.isLetterOrDigit(c));
      text.append(plain ? c : "\\%03o".formatted((int) c));
    }
    return text.toString();
  }

  /** What names are ordered by: their labels, the last one first. */
  static String order(String canonical) {
    List<String> labels = Arrays.asList(canonical.split("\\.", -1));
    Collections.reverse(labels);
    return String.join(".", labels) + ".";
  }

  /** A zone. When and by which call it was made no record tells. */
  static Output.Structure zone(HostedZone zone, int records) {
    Output.Builder config = Output.Structure.builder();
    if (!zone.comment().isEmpty()) {
      config.put("Comment", zone.comment());
    }
    return Output.Structure.builder()
        .put("Id", "/hostedzone/" + zone.id())
        .put("Name", name(zone.name()))
        .put("Config", config.put("PrivateZone", true))
        .put("ResourceRecordSetCount", records)
        .build();
  }
}
