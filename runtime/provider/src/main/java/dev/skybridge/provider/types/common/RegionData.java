package dev.skybridge.provider.types.common;

import dev.skybridge.policy.Region;
import dev.skybridge.provider.Context;
import dev.skybridge.provider.DataSourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.services.AwsException;
import java.util.Map;

/** {@code data aws_region}: of the provider configuration, or by name or endpoint. */
final class RegionData implements DataSourceType {
  private static final Rules RULES = Rules.builder().honours("id", "name", "endpoint").build();

  /** Names for people, as the AWS SDK for Go has them. */
  private static final Map<String, String> DESCRIPTIONS =
      Map.ofEntries(
          Map.entry("af-south-1", "Africa (Cape Town)"),
          Map.entry("ap-northeast-1", "Asia Pacific (Tokyo)"),
          Map.entry("ap-northeast-2", "Asia Pacific (Seoul)"),
          Map.entry("ap-northeast-3", "Asia Pacific (Osaka)"),
          Map.entry("ap-south-1", "Asia Pacific (Mumbai)"),
          Map.entry("ap-southeast-1", "Asia Pacific (Singapore)"),
          Map.entry("ap-southeast-2", "Asia Pacific (Sydney)"),
          Map.entry("ca-central-1", "Canada (Central)"),
          Map.entry("cn-north-1", "China (Beijing)"),
          Map.entry("cn-northwest-1", "China (Ningxia)"),
          Map.entry("eu-central-1", "Europe (Frankfurt)"),
          Map.entry("eu-central-2", "Europe (Zurich)"),
          Map.entry("eu-north-1", "Europe (Stockholm)"),
          Map.entry("eu-south-1", "Europe (Milan)"),
          Map.entry("eu-west-1", "Europe (Ireland)"),
          Map.entry("eu-west-2", "Europe (London)"),
          Map.entry("eu-west-3", "Europe (Paris)"),
          Map.entry("sa-east-1", "South America (Sao Paulo)"),
          Map.entry("us-east-1", "US East (N. Virginia)"),
          Map.entry("us-east-2", "US East (Ohio)"),
          Map.entry("us-gov-east-1", "AWS GovCloud (US-East)"),
          Map.entry("us-gov-west-1", "AWS GovCloud (US-West)"),
          Map.entry("us-west-1", "US West (N. California)"),
          Map.entry("us-west-2", "US West (Oregon)"));

  @Override
  public String name() {
    return "aws_region";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public ObjectValue read(Context context, ObjectValue configuration) {
    var region =
        configuration
            .nonEmptyText("name")
            .or(() -> configuration.nonEmptyText("endpoint").map(RegionData::ofEndpoint))
            .map(RegionData::region)
            .orElse(context.region());
    return configuration
        .with("id", region.name())
        .with("name", region.name())
        .with("description", DESCRIPTIONS.getOrDefault(region.name(), ""))
        .with("endpoint", "ec2." + region.name() + "." + region.dnsSuffix());
  }

  private static Region region(String name) {
    try {
      return new Region(name);
    } catch (IllegalArgumentException e) {
      throw new AwsException(
          "InvalidParameterValue", 400, "region not found for name \"" + name + "\"");
    }
  }

  private static String ofEndpoint(String endpoint) {
    var parts = endpoint.split("\\.", 3);
    if (parts.length < 3 || !parts[0].equals("ec2")) {
      throw new AwsException(
          "InvalidParameterValue", 400, "region not found for endpoint \"" + endpoint + "\"");
    }
    return parts[1];
  }
}
