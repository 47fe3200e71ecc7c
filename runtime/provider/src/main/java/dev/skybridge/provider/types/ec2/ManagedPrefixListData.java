package dev.skybridge.provider.types.ec2;

import dev.skybridge.network.PrefixList;
import dev.skybridge.policy.Arn;
import dev.skybridge.policy.Region;
import dev.skybridge.provider.Context;
import dev.skybridge.provider.DataSourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.SetValue;
import dev.skybridge.provider.cty.Value;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.ec2.PrefixLists;
import java.util.List;
import java.util.Map;

/** Data source {@code aws_ec2_managed_prefix_list}: the lists that AWS manages. */
final class ManagedPrefixListData implements DataSourceType {
  private static final Rules RULES =
      Rules.builder().honours("id", "name", "filter.**", "timeouts.**").build();

  @Override
  public String name() {
    return "aws_ec2_managed_prefix_list";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public ObjectValue read(Context context, ObjectValue configuration) {
    PrefixList list =
        find(context.region(), configuration, "id", "no matching EC2 Managed Prefix List found");
    Arn arn =
        new Arn(
            context.region().partition(),
            "ec2",
            context.region().name(),
            "aws",
            "prefix-list/" + list.id());
    List<Value> entries =
        list.cidrs().stream()
            .<Value>map(cidr ->
                new ObjectValue(
                    Map.of("cidr", Value.of(cidr.toString()), "description", Value.of(""))))
            .toList();
    return configuration
        .with("id", list.id())
        .with("name", list.name())
        .with("arn", arn.toString())
        .with("address_family", "IPv4")
        .with("entries", new SetValue(entries))
        .with("max_entries", 0)
        .with("owner_id", "AWS")
        .with("version", 0)
        .with("tags", Value.textMap(Map.of()));
  }

  /** The one list that id, name and filters leave over. */
  static PrefixList find(
      Region region, ObjectValue configuration, String idAttribute, String nothing) {
    List<PrefixList> found =
        PrefixLists.of(region).stream()
            .filter(list ->
                configuration.nonEmptyText(idAttribute).map(list.id()::equals).orElse(true)
                    && configuration.nonEmptyText("name").map(list.name()::equals).orElse(true)
                    && configuration.blocks("filter").stream()
                        .allMatch(filter -> matches(filter, list)))
            .toList();
    if (found.size() != 1) {
      throw new AwsException(
          "InvalidPrefixListID.NotFound",
          400,
          found.isEmpty() ? nothing : found.size() + " prefix lists match (expected: 1)");
    }
    return found.getFirst();
  }

  private static boolean matches(ObjectValue filter, PrefixList list) {
    List<String> values = filter.texts("values");
    return switch (filter.text("name")) {
      case "prefix-list-name" -> values.contains(list.name());
      case "prefix-list-id" -> values.contains(list.id());
      case "owner-id" -> values.contains("AWS");
      default ->
          throw new AwsException(
              "InvalidParameterValue", 400, "The filter '" + filter.text("name") + "' is invalid");
    };
  }
}
