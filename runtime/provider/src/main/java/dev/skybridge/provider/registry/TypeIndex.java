package dev.skybridge.provider.registry;

import dev.skybridge.provider.DataSourceType;
import dev.skybridge.provider.ResourceType;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The resource types and data sources that are served, each with its schema. Does not change. */
public final class TypeIndex {
  private final Map<String, Served> resources = new TreeMap<>();
  private final Map<String, ServedData> dataSources = new TreeMap<>();

  /**
   * Finds the schemas of these types.
   *
   * @throws IllegalArgumentException when a type has no schema or is there twice
   */
  TypeIndex(List<? extends ResourceType> resources, List<? extends DataSourceType> dataSources) {
    for (var type : resources) {
      if (this.resources.put(type.name(), new Served(type)) != null) {
        throw new IllegalArgumentException("served twice: " + type.name());
      }
    }
    for (var type : dataSources) {
      if (this.dataSources.put(type.name(), new ServedData(type)) != null) {
        throw new IllegalArgumentException("served twice: data " + type.name());
      }
    }
  }

  /** The resource types, by name. */
  public Map<String, Served> resources() {
    return Collections.unmodifiableMap(resources);
  }

  /** The data sources, by name. */
  public Map<String, ServedData> dataSources() {
    return Collections.unmodifiableMap(dataSources);
  }

  /**
   * The resource type of this name.
   *
   * @throws NotServedException when it is not served
   */
  public Served resource(String type) {
    var served = resources.get(type);
    if (served == null) {
      throw new NotServedException("resource type", type, resources.keySet());
    }
    return served;
  }

  /**
   * The data source of this name.
   *
   * @throws NotServedException when it is not served
   */
  public ServedData dataSource(String type) {
    var served = dataSources.get(type);
    if (served == null) {
      throw new NotServedException("data source", type, dataSources.keySet());
    }
    return served;
  }
}
