package dev.skybridge.provider.types.common;

import dev.skybridge.provider.DataSourceType;
import java.util.List;

/** The data sources of this package. */
public final class CommonTypes {
  private CommonTypes() {}

  /** All of them. */
  public static List<DataSourceType> dataSources() {
    return List.of(
        new PartitionData(), new RegionData(), new CallerIdentityData(), new PolicyDocumentData());
  }
}
