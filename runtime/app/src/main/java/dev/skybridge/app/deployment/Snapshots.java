package dev.skybridge.app.deployment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The committed snapshot: each deployment's Terraform state after an apply, without what belongs to
 * one machine or one build. {@link #fill} puts the built function package back in.
 */
public final class Snapshots {
  /** What a package's path and content decide; filled in from the built jar. */
  private static final List<String> PACKAGE_ATTRIBUTES =
      List.of("filename", "source_code_hash", "code_sha256", "source_code_size");

  private final Path folder;

  public Snapshots(Path folder) {
    this.folder = folder;
  }

  /** Where a deployment's snapshot lies. */
  public Path file(Deployment deployment) {
    return folder.resolve(deployment.name() + ".json");
  }

  /** The state without machine and build: what may be committed. */
  public static StateFile strip(StateFile working) {
    StateFile snapshot = working.copy();
    snapshot.root().put("serial", 1).put("lineage", "snapshot");
    for (StateFile.Instance instance : snapshot.instances()) {
      if (instance.type().equals("aws_lambda_function")) {
        instance.attributes().remove(PACKAGE_ATTRIBUTES);
      }
    }
    return snapshot;
  }

  /**
   * A working state made of a snapshot.
   *
   * @param functions the built package as its attributes name it
   */
  public static StateFile fill(StateFile snapshot, FunctionPackage functions) {
    StateFile working = snapshot.copy();
    for (StateFile.Instance instance : working.instances()) {
      if (instance.type().equals("aws_lambda_function")) {
        instance
            .attributes()
            .put("filename", functions.path())
            .put("source_code_hash", functions.sha256())
            .put("code_sha256", functions.sha256())
            .put("source_code_size", functions.size());
      }
    }
    return working;
  }

  /** The deployment's snapshot, if one is committed. */
  public Optional<StateFile> read(Deployment deployment) {
    Path file = file(deployment);
    return Files.exists(file) ? Optional.of(StateFile.read(file)) : Optional.empty();
  }
}
