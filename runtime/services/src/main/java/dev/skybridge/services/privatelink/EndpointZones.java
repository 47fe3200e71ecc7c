package dev.skybridge.services.privatelink;

import dev.skybridge.policy.Region;
import java.util.Map;
import java.util.Optional;

/** The hosted zones that have the names of interface endpoints, as AWS answers them. */
public final class EndpointZones {
  private static final Map<String, String> ZONES =
      Map.of(
          "us-east-1", "Z7HUB22UULQXV",
          "eu-west-1", "Z38GZ743OKFT7T",
          "eu-central-1", "Z273ZU8SZ5RJPC");

  private EndpointZones() {}

  /** The zone's id; empty for a Region whose zone is not known here. */
  public static Optional<String> of(Region region) {
    return Optional.ofNullable(ZONES.get(region.name()));
  }
}
