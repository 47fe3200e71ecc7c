package dev.skybridge.app.explain;

import dev.skybridge.app.deployment.StateFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The resource instances of several deployments, with where they are declared. */
public final class States {
  /**
   * A deployment's working state and sources.
   *
   * @param name the deployment's name
   * @param state the state file; it may be missing: then nothing was applied
   * @param root the root module's folder
   */
  public record Origin(String name, Path state, Path root) {}

  /** An instance and the deployment that it belongs to. */
  record Held(Origin origin, StateFile.Instance instance) {
    String text(String attribute) {
      return instance.attributes().path(attribute).asText();
    }

    boolean is(String type) {
      return instance.type().equals(type);
    }

    Holder holder(String attribute) {
      return new Holder(
          origin.name(),
          instance.address(),
          attribute,
          new Sources(origin.root()).declaration(instance.address()));
    }
  }

  private final List<Held> all;

  private States(List<Held> all) {
    this.all = List.copyOf(all);
  }

  /**
   * Reads the states.
   *
   * @throws dev.skybridge.app.UserError when a state is there but cannot be read
   */
  public static States read(List<Origin> origins) {
    List<Held> all = new ArrayList<>();
    for (Origin origin : origins) {
      if (Files.exists(origin.state())) {
        StateFile.read(origin.state())
            .instances()
            .forEach(instance -> all.add(new Held(origin, instance)));
      }
    }
    return new States(all);
  }

  List<Held> all() {
    return all;
  }
}
