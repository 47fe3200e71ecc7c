package dev.skybridge.provider;

import dev.skybridge.provider.cty.ObjectValue;

/** A Terraform data source. */
public interface DataSourceType {
  /** Terraform's name, for example {@code aws_region}. */
  String name();

  /** What is particular to its arguments. */
  Rules rules();

  /**
   * Reads. Throws {@code AwsException} when nothing or too much is found, or the caller may not.
   *
   * @param configuration wholly known; every attribute of the schema is there
   * @return the configuration with every computed attribute set
   */
  ObjectValue read(Context context, ObjectValue configuration);
}
