package dev.skybridge.provider.types.ec2;

import dev.skybridge.network.PrefixList;
import dev.skybridge.provider.Context;
import dev.skybridge.provider.DataSourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.Value;

/** Data source {@code aws_prefix_list}: the lists that AWS manages. */
final class PrefixListData implements DataSourceType {
  private static final Rules RULES =
      Rules.builder().honours("prefix_list_id", "name", "filter.**", "timeouts.**").build();

  @Override
  public String name() {
    return "aws_prefix_list";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public ObjectValue read(Context context, ObjectValue configuration) {
    PrefixList list =
        ManagedPrefixListData.find(
            context.region(), configuration, "prefix_list_id", "no matching EC2 Prefix List found");
    return configuration
        .with("id", list.id())
        .with("name", list.name())
        .with("cidr_blocks", Value.texts(list.cidrs().stream().map(Object::toString).toList()));
  }
}
