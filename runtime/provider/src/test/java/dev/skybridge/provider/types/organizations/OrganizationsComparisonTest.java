package dev.skybridge.provider.types.organizations;

import dev.skybridge.policy.AccountId;
import dev.skybridge.provider.comparison.Comparison;
import dev.skybridge.provider.registry.Registry;
import dev.skybridge.provider.testing.MemoryInventory;
import dev.skybridge.services.Organization;
import dev.skybridge.services.organizations.Organizations;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The types of Organizations against the real provider. */
class OrganizationsComparisonTest {
  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> plansAsTheRealProvider() {
    Organizations organizations =
        new Organizations(
            Organization.of("111122223333"),
            () ->
                List.of(
                    new AccountId("111122223333"),
                    new AccountId("444455556666"),
                    new AccountId("777788889999")));
    Registry registry =
        new Registry(
            OrganizationsTypes.resources(organizations),
            OrganizationsTypes.dataSources(organizations),
            new MemoryInventory(),
            () -> {});
    return Comparison.of(registry, folder);
  }
}
