package dev.skybridge.services.ec2;

import dev.skybridge.policy.Region;
import dev.skybridge.services.AwsException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The Availability Zones of a Region: a, b and c. Their ids number them alike in every account,
 * which AWS does not.
 */
public record Zones(Region region) {
  private static final List<String> LETTERS = List.of("a", "b", "c");

  private static final Map<String, String> DIRECTIONS =
      Map.of(
          "central", "c",
          "east", "e",
          "west", "w",
          "north", "n",
          "south", "s",
          "northeast", "ne",
          "northwest", "nw",
          "southeast", "se",
          "southwest", "sw");

  /** The zone of what names none. */
  public String first() {
    return region.name() + LETTERS.getFirst();
  }

  /** For example {@code eu-central-1a}. */
  public List<String> names() {
    return LETTERS.stream().map(letter -> region.name() + letter).toList();
  }

  /** Refuses what is no zone of the Region. */
  public void check(String zone) {
    if (!names().contains(zone)) {
      throw new AwsException(
          "InvalidParameterValue",
          400,
          "Value (%s) for parameter availabilityZone is invalid. Subnets can currently only be created in the following availability zones: %s."
              .formatted(zone, String.join(", ", names())));
    }
  }

  /** For example {@code euc1-az1}. */
  public String id(String zone) {
    String prefix =
        Stream.of(region.name().split("-", -1))
            .map(part -> DIRECTIONS.getOrDefault(part, part))
            .reduce("", String::concat);
    return prefix + "-az" + (names().indexOf(zone) + 1);
  }
}
