package dev.skybridge.app.wiring;

import dev.skybridge.app.Installation;
import dev.skybridge.app.Ports;
import dev.skybridge.app.UserError;
import dev.skybridge.app.access.World;
import dev.skybridge.app.data.DataFolder;
import dev.skybridge.app.data.FileInventory;
import dev.skybridge.app.data.FolderLock;
import dev.skybridge.app.data.OrganizationFile;
import dev.skybridge.app.data.TableStore;
import dev.skybridge.gate.TraceLog;
import dev.skybridge.network.NetworkInterface;
import dev.skybridge.network.Topology;
import dev.skybridge.network.fabric.SocksDoor;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.provider.protocol.ProviderServer;
import dev.skybridge.provider.registry.Registry;
import dev.skybridge.services.process.ChildProcesses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * The running one-machine AWS: services, their inventory, a provider socket per account and the
 * client's door. Owns the data folder's lock while it lives.
 */
public final class SkybridgeRuntime implements AutoCloseable {
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Instant since = Instant.now();
  private final DataFolder data;
  private final TableStore tables;
  private final Installation installation;
  private final FolderLock lock;
  private final Services services;
  private final FileInventory inventory;
  private final Registry registry;
  private final ClientDoor client;
  private final ApiDoor api;
  private final VpcDns dns;
  private final Map<String, ProviderServer> providers = new HashMap<>();

  /**
   * Puts everything together; nothing listens yet.
   *
   * @param ports where it will listen on 127.0.0.1
   * @param accounts the accounts that are there from the start, the organization's first; their
   *     administrators get keys
   * @param tables what keeps the tables' items; remembered for the next runs
   * @throws UserError when the data folder or the tables' store cannot be used
   */
  public SkybridgeRuntime(
      DataFolder data,
      Installation installation,
      Ports ports,
      List<Scope> accounts,
      TableStore tables) {
    this.data = data;
    this.tables = tables;
    this.installation = installation;
    data.open();
    this.lock = FolderLock.take(data);
    try {
      this.services =
          new Services(
              data,
              installation,
              OrganizationFile.open(data.path("organization"), accounts),
              tables);
      services.administrators.ensure(accounts);
      this.client = new ClientDoor(services.ec2, services.fabric, ports.socks());
      this.dns = new VpcDns(services.fabric);
      this.inventory = new FileInventory(data.path("inventory.log"), ServedTypes::stateType);
      this.api = new ApiDoor(services, new InventoryTags(inventory), ports.api());
      this.registry =
          ServedTypes.registry(services, new Packages(data), inventory, this::reconcile);
      services.dynamoDb.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (UserError e) {
      release(lock, e);
      throw e;
    }
    tables.remember(data);
  }

  private static void release(FolderLock lock, UserError cause) {
    try {
      lock.close();
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  /** Hands every instance of the inventory to its service and starts what listens. */
  public void boot() {
    registry.boot();
    api.open();
  }

  private void reconcile() {
    services.reconcile();
    dns.reconcile();
    client.reconcile();
  }

  public FileInventory inventory() {
    return inventory;
  }

  public DataFolder data() {
    return data;
  }

  /** What keeps the tables' items. */
  public TableStore tables() {
    return tables;
  }

  public Instant since() {
    return since;
  }

  public long pid() {
    return ProcessHandle.current().pid();
  }

  /** The traces of the latest requests. */
  public TraceLog traces() {
    return services.traces;
  }

  /** The services whose gates tell who reaches what. */
  public World world() {
    return services.world();
  }

  /**
   * Services like these that serve nothing, for Terraform to apply a plan to; the caller closes
   * them.
   *
   * @param home the account, and the Region of provider blocks that name none
   */
  PlannedServices planned(Scope home) {
    return new PlannedServices(data, installation, services.organization, inventory, home);
  }

  /** VPCs and all that is in them, as they are now. */
  public Topology topology() {
    return services.fabric.topology();
  }

  /**
   * Opens a door of one's own to act as a network interface; the caller closes it.
   *
   * @param hold how long a program waits when a gate drops its packets
   * @throws IllegalArgumentException if there is no such interface
   */
  public SocksDoor openDoor(String interfaceId, Duration hold) {
    NetworkInterface card =
        services
            .fabric
            .topology()
            .networkInterface(interfaceId)
            .orElseThrow(() -> new IllegalArgumentException("no interface " + interfaceId));
    return services.fabric.socksDoor(interfaceId, 0, services.fabric.resolver(card.vpcId()), hold);
  }

  /** Waits until the functions' AOT caches that are being made are there; none is made after. */
  public boolean awaitFunctionCaches(Duration limit) throws InterruptedException {
    return services.lambda.awaitCaches(limit);
  }

  /** The processes that end with this runtime. */
  public ChildProcesses processes() {
    return services.processes;
  }

  Services services() {
    return services;
  }

  /** The resource types served, and what was applied of them. */
  public Registry registry() {
    return registry;
  }

  ClientDoor client() {
    return client;
  }

  /** The network interface of the client instance; empty while there is none. */
  public Optional<String> clientInterface() {
    return client.interfaceId();
  }

  /** AWS's API as SDKs reach it. */
  public ApiDoor api() {
    return api;
  }

  VpcDns dns() {
    return dns;
  }

  /** The organization's root certificate (PEM), which the client instance trusts. */
  public Path certificateAuthority() {
    return services.authority.rootFile();
  }

  /**
   * The value of TF_REATTACH_PROVIDERS for an account; its socket opens at the first call.
   *
   * @param region the Region of provider blocks that name none
   */
  public synchronized String reattach(String account, String region) {
    services.administrators.ensure(List.of(new Scope(new AccountId(account), new Region(region))));
    return providers
        .computeIfAbsent(
            account,
            id ->
                ProviderServer.start(
                    registry,
                    new Scope(new AccountId(id), new Region(region)),
                    new TrustWiring(services.sts),
                    data.providerSocket(id)))
        .reattach();
  }

  /** Lets {@link #awaitStop} return. */
  public void stop() {
    stopped.countDown();
  }

  /** Waits until somebody stops it. */
  public void awaitStop() throws InterruptedException {
    stopped.await();
  }

  /** Ends every socket, process and thread; the data folder can be used again. */
  @Override
  public synchronized void close() {
    stop();
    providers.values().forEach(ProviderServer::close);
    providers.clear();
    api.close();
    client.close();
    dns.close();
    services.close();
    try {
      inventory.close();
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
