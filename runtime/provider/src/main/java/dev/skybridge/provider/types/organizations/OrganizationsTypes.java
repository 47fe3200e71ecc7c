package dev.skybridge.provider.types.organizations;

import dev.skybridge.provider.DataSourceType;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.services.organizations.Organizations;
import java.util.List;

/** The types of Organizations that are served. */
public final class OrganizationsTypes {
  private OrganizationsTypes() {}

  /** The resource types. */
  public static List<ResourceType> resources(Organizations organizations) {
    return List.of(new ControlPolicyType(organizations), new PolicyAttachmentType(organizations));
  }

  /** The data sources. */
  public static List<DataSourceType> dataSources(Organizations organizations) {
    return List.of(new OrganizationData(organizations));
  }
}
