package dev.skybridge.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.app.Installation;
import dev.skybridge.app.Ports;
import dev.skybridge.app.UserError;
import dev.skybridge.app.boot.Boot;
import dev.skybridge.app.control.ControlClient;
import dev.skybridge.app.data.DataFolder;
import dev.skybridge.app.data.TableStore;
import dev.skybridge.app.deployment.Deployment;
import dev.skybridge.app.deployment.Deployments;
import dev.skybridge.app.deployment.Snapshots;
import dev.skybridge.app.deployment.Workspace;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command works: the data folder and the checkout. Every command has these options. */
final class Place {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of the run (default: SKYBRIDGE_DATA, else .skybridge in the checkout).")
  private @Nullable Path data;

  /** The same checkout with another data folder. */
  Place at(Path other) {
    Place place = new Place();
    place.data = other;
    return place;
  }

  DataFolder data() {
    if (data != null) {
      return DataFolder.at(data);
    }
    String variable = System.getenv("SKYBRIDGE_DATA");
    return DataFolder.at(
        variable == null || variable.isEmpty() ? home().resolve(".skybridge") : Path.of(variable));
  }

  /** The checkout, told by the launcher. */
  Path home() {
    String home = System.getProperty("skybridge.home", System.getenv("SKYBRIDGE_HOME"));
    if (home == null || home.isEmpty()) {
      throw new UserError(
          "the checkout is not known",
          "Run ./skybridge in the checkout, or set SKYBRIDGE_HOME to it.");
    }
    return Path.of(home).toAbsolutePath().normalize();
  }

  Deployments deployments() {
    return Deployments.in(home().resolve("infrastructure"));
  }

  Path snapshots() {
    return home().resolve("infrastructure").resolve("snapshot");
  }

  /** A start on this place, with the tables where the last one had them. */
  Boot.Plan plan(Boot.Source source, Ports ports) {
    return plan(source, ports, TableStore.remembered(data()));
  }

  Boot.Plan plan(Boot.Source source, Ports ports, TableStore tables) {
    return new Boot.Plan(
        data(),
        new Installation(home()),
        deployments(),
        new Snapshots(snapshots()),
        source,
        ports,
        tables);
  }

  /** A control request that says where states and sources of the deployments lie. */
  ObjectNode request(String command) {
    ObjectNode request = ControlClient.request(command);
    ArrayNode rows = request.putArray("deployments");
    for (Deployment deployment : deployments().all()) {
      rows.addObject()
          .put("name", deployment.name())
          .put("account", deployment.account())
          .put("state", new Workspace(data(), deployment).state().toString())
          .put("root", deployment.root().toString());
    }
    return request;
  }

  ControlClient control() {
    return new ControlClient(data());
  }
}
