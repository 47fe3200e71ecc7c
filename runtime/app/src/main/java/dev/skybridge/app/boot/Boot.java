package dev.skybridge.app.boot;

import dev.skybridge.app.Installation;
import dev.skybridge.app.Ports;
import dev.skybridge.app.UserError;
import dev.skybridge.app.control.ControlServer;
import dev.skybridge.app.data.DataFolder;
import dev.skybridge.app.data.TableStore;
import dev.skybridge.app.deployment.Deployment;
import dev.skybridge.app.deployment.Deployments;
import dev.skybridge.app.deployment.FunctionPackage;
import dev.skybridge.app.deployment.Snapshots;
import dev.skybridge.app.deployment.StateFile;
import dev.skybridge.app.deployment.Workspace;
import dev.skybridge.app.wiring.ControlRequests;
import dev.skybridge.app.wiring.SkybridgeRuntime;
import dev.skybridge.app.wiring.StartTimes;
import dev.skybridge.provider.InventoryEntry;
import dev.skybridge.services.lambda.FileHashes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A runtime that is up: booted from its inventory or from the snapshot, with its control socket
 * open. Closing it ends both.
 */
public final class Boot implements AutoCloseable {
  private final SkybridgeRuntime runtime;
  private final ControlServer control;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Boot(SkybridgeRuntime runtime, ControlServer control) {
    this.runtime = runtime;
    this.control = control;
  }

  /** What a new data folder is filled with. */
  public enum Source {
    SNAPSHOT,
    NOTHING
  }

  /**
   * What to start.
   *
   * @param ports where it listens on 127.0.0.1
   * @param tables what keeps the tables' items
   */
  public record Plan(
      DataFolder data,
      Installation installation,
      Deployments deployments,
      Snapshots snapshots,
      Source source,
      Ports ports,
      TableStore tables) {}

  /**
   * Starts a runtime and waits until it serves.
   *
   * @param progress gets a line for each stage
   * @throws UserError when it cannot start, e.g. because one runs on the folder
   */
  public static Boot start(Plan plan, Consumer<String> progress) {
    StartTimes times = new StartTimes();
    TableStore before = TableStore.remembered(plan.data());
    SkybridgeRuntime runtime =
        new SkybridgeRuntime(
            plan.data(),
            plan.installation(),
            plan.ports(),
            plan.deployments().scopes(),
            plan.tables());
    try {
      times.done("services");
      progress.accept("Services ready after " + times.millis() + " ms.");
      if (!before.equals(plan.tables()) && !runtime.inventory().entries().isEmpty()) {
        progress.accept(
            "Tables are kept by "
                + plan.tables()
                + " from now on; items stay where they were ("
                + before
                + ").");
      }
      fill(plan, runtime, progress);
      times.done("snapshot or inventory");
      runtime.boot();
      times.done("reconcile");
      progress.accept(
          "Serving "
              + runtime.inventory().entries().size()
              + " resources after "
              + times.millis()
              + " ms.");
      ControlRequests requests = new ControlRequests(runtime, times);
      ControlServer control = ControlServer.start(plan.data().controlSocket(), requests::answer);
      times.done("control socket");
      return new Boot(runtime, control);
    } catch (RuntimeException e) {
      runtime.close();
      throw e;
    }
  }

  private static void fill(Plan plan, SkybridgeRuntime runtime, Consumer<String> progress) {
    if (!runtime.inventory().entries().isEmpty()) {
      progress.accept("Continuing with what was applied on " + plan.data().root() + ".");
      return;
    }
    List<InventoryEntry> entries = new ArrayList<>();
    Optional<FunctionPackage> functions =
        plan.source() == Source.SNAPSHOT
            ? Optional.of(
                FunctionPackage.in(
                    plan.installation().checkout(),
                    new FileHashes(plan.installation().cache(plan.data()).resolve("hashes"))))
            : Optional.empty();
    for (Deployment deployment : plan.deployments().all()) {
      Workspace workspace = new Workspace(plan.data(), deployment);
      workspace.refresh();
      if (functions.isPresent() && !Files.exists(workspace.state())) {
        entries.addAll(fromSnapshot(plan, deployment, functions.get(), runtime, progress));
      }
    }
    runtime.inventory().putAll(entries);
  }

  private static List<InventoryEntry> fromSnapshot(
      Plan plan,
      Deployment deployment,
      FunctionPackage functions,
      SkybridgeRuntime runtime,
      Consumer<String> progress) {
    Optional<StateFile> snapshot = plan.snapshots().read(deployment);
    if (snapshot.isEmpty()) {
      progress.accept("No snapshot of " + deployment.name() + "; it starts with nothing.");
      return List.of();
    }
    StateFile working = Snapshots.fill(snapshot.get(), functions);
    List<InventoryEntry> entries =
        new SnapshotBoot(runtime.registry()).entries(deployment, working);
    working.write(new Workspace(plan.data(), deployment).state());
    progress.accept(
        deployment.name()
            + " (account "
            + deployment.account()
            + "): "
            + entries.size()
            + " resources.");
    return entries;
  }

  public SkybridgeRuntime runtime() {
    return runtime;
  }

  /** Ends the runtime; idempotent, and for use by a shutdown hook too. */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    try {
      control.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      runtime.close();
    }
  }
}
