package dev.skybridge.provider.types.common;

import dev.skybridge.provider.Context;
import dev.skybridge.provider.DataSourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;

/** {@code data aws_partition}. */
final class PartitionData implements DataSourceType {
  private static final Rules RULES = Rules.builder().honours("id").build();

  @Override
  public String name() {
    return "aws_partition";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public ObjectValue read(Context context, ObjectValue configuration) {
    var partition = context.region().partition();
    return configuration
        .with("id", partition)
        .with("partition", partition)
        .with("dns_suffix", context.region().dnsSuffix())
        .with(
            "reverse_dns_prefix",
            partition.equals("aws-cn") ? "cn.com.amazonaws" : "com.amazonaws");
  }
}
