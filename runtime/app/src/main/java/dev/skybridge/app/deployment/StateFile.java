package dev.skybridge.app.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.app.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A Terraform state of format 4 (JSON). */
public final class StateFile {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FORMAT = 4;

  private final Path path;
  private final ObjectNode root;

  private StateFile(Path path, ObjectNode root) {
    this.path = path;
    this.root = root;
  }

  /**
   * One managed resource instance.
   *
   * @param address as Terraform prints it, e.g. {@code module.m["food"].aws_vpc.this}
   * @param type e.g. {@code aws_vpc}
   * @param attributes the node in the state itself: a change to it is a change of the state
   * @param remembered what the provider keeps beside the state: base64, or empty
   * @param dependencies addresses of resources (without instance keys) that come before it
   */
  public record Instance(
      String address,
      String type,
      ObjectNode attributes,
      String remembered,
      Set<String> dependencies) {}

  /**
   * Reads a state.
   *
   * @throws UserError when the file is missing, is no JSON, or is no state of format 4
   */
  public static StateFile read(Path path) {
    JsonNode read;
    try {
      read = JSON.readTree(Files.readString(path));
    } catch (IOException e) {
      throw new UserError(
          "state " + path + ": cannot be read (" + firstLine(e) + ")",
          "Restore the file from version control or write it again with ./skybridge snapshot.",
          e);
    }
    if (!(read instanceof ObjectNode state) || state.path("version").asInt() != FORMAT) {
      throw new UserError(
          "state "
              + path
              + ": version "
              + read.path("version").asText("missing")
              + " (expected: 4)",
          "Restore the file from version control or write it again with ./skybridge snapshot.");
    }
    return new StateFile(path, state);
  }

  public ObjectNode root() {
    return root;
  }

  public StateFile copy() {
    return new StateFile(path, root.deepCopy());
  }

  /** The managed instances, each behind those it depends on. */
  public List<Instance> instances() {
    Map<String, List<Instance>> byResource = new HashMap<>();
    List<String> order = new ArrayList<>();
    for (JsonNode resource : root.path("resources")) {
      if (resource.path("mode").asText().equals("managed")) {
        String address = resourceAddress(resource);
        order.add(address);
        byResource.computeIfAbsent(address, _ -> new ArrayList<>()).addAll(instancesOf(resource));
      }
    }
    List<Instance> sorted = new ArrayList<>();
    Set<String> visited = new HashSet<>();
    order.forEach(address -> visit(address, byResource, visited, sorted));
    return sorted;
  }

  /** Writes the state so that a reader sees the old one or the new one, whole. */
  public void write(Path target) {
    try {
      Files.createDirectories(target.toAbsolutePath().getParent());
      Path draft = target.resolveSibling(target.getFileName() + ".draft");
      Files.writeString(
          draft, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
      Files.move(
          draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UserError(
          "state " + target + ": cannot be written (" + e + ")", "Check permissions and space.", e);
    }
  }

  private static void visit(
      String address, Map<String, List<Instance>> all, Set<String> visited, List<Instance> sorted) {
    List<Instance> instances = all.get(address);
    if (instances == null || !visited.add(address)) {
      return;
    }
    for (Instance instance : instances) {
      instance.dependencies().forEach(dependency -> visit(dependency, all, visited, sorted));
    }
    sorted.addAll(instances);
  }

  private List<Instance> instancesOf(JsonNode resource) {
    String module = resource.path("module").asText();
    String address = (module.isEmpty() ? "" : module + ".") + resourceName(resource);
    List<Instance> instances = new ArrayList<>();
    for (JsonNode instance : resource.path("instances")) {
      if (!(instance.path("attributes") instanceof ObjectNode attributes)) {
        throw new UserError(
            "state " + path + ": " + address + " has no attributes",
            "Restore the file from version control or write it again with ./skybridge snapshot.");
      }
      Set<String> dependencies = new HashSet<>();
      instance.path("dependencies").forEach(dependency -> dependencies.add(dependency.asText()));
      JsonNode key = instance.path("index_key");
      String quote = key.isTextual() ? "\"" : "";
      String suffix = key.isMissingNode() ? "" : "[" + quote + key.asText() + quote + "]";
      instances.add(
          new Instance(
              address + suffix,
              resource.path("type").asText(),
              attributes,
              instance.path("private").asText(),
              dependencies));
    }
    return instances;
  }

  /** Dependencies in a state name resources without instance keys of modules. */
  private static String resourceAddress(JsonNode resource) {
    String module = resource.path("module").asText().replaceAll("\\[[^\\]]*\\]", "");
    return module.isEmpty() ? resourceName(resource) : module + "." + resourceName(resource);
  }

  private static String resourceName(JsonNode resource) {
    return resource.path("type").asText() + "." + resource.path("name").asText();
  }

  private static String firstLine(IOException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse(e.toString());
  }
}
