package dev.skybridge.app.wiring;

import dev.skybridge.app.Installation;
import dev.skybridge.app.access.World;
import dev.skybridge.app.data.DataFolder;
import dev.skybridge.app.data.FileInventory;
import dev.skybridge.app.data.MemoryInventory;
import dev.skybridge.app.data.TableStore;
import dev.skybridge.policy.Scope;
import dev.skybridge.provider.protocol.ProviderServer;
import dev.skybridge.provider.registry.Registry;
import dev.skybridge.services.Organization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Services that hold what was applied, and then what Terraform applies to them by their own
 * provider socket. Nothing listens, runs or lasts: they answer who would reach what.
 */
final class PlannedServices implements AutoCloseable {
  private final Path folder;
  private final Services services;
  private final ProviderServer provider;

  /**
   * @param data the runtime's folder; these services have one of their own below it
   * @param inventory what was applied
   * @param home the account that the plan is for
   */
  PlannedServices(
      DataFolder data,
      Installation installation,
      Organization organization,
      FileInventory inventory,
      Scope home) {
    folder = data.path("what-if");
    delete(folder);
    try {
      services =
          new Services(
              DataFolder.at(folder), installation, organization, new TableStore.Embedded());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Registry registry =
        ServedTypes.registry(
            services,
            new Packages(data),
            new MemoryInventory(inventory.entries(), inventory.ordinals()),
            services::publish);
    registry.boot();
    provider =
        ProviderServer.start(
            registry, home, new TrustWiring(services.sts), data.path("s", "what-if"));
  }

  /** The value of TF_REATTACH_PROVIDERS with which Terraform applies to these services. */
  String reattach() {
    return provider.reattach();
  }

  World world() {
    return services.world();
  }

  @Override
  public void close() {
    provider.close();
    services.close();
    delete(folder);
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> left = Files.walk(folder)) {
      for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
