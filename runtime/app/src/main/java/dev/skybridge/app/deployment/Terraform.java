package dev.skybridge.app.deployment;

import dev.skybridge.app.UserError;
import dev.skybridge.app.data.DataFolder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The real Terraform, run on a deployment against the running runtime. */
public final class Terraform {
  /** The commands that evaluate the configuration and so need its variables. */
  private static final Set<String> WITH_VARIABLES =
      Set.of("plan", "apply", "destroy", "refresh", "import", "console");

  /** Options whose value may stand behind them as an argument of its own. */
  private static final Set<String> WITH_VALUE =
      Set.of(
          "-backup",
          "-lock-timeout",
          "-parallelism",
          "-replace",
          "-state",
          "-state-out",
          "-target",
          "-var",
          "-var-file");

  private final Path executable;
  private final DataFolder data;

  private Terraform(Path executable, DataFolder data) {
    this.executable = executable;
    this.data = data;
  }

  /** The Terraform on the PATH, if there is one. */
  public static Optional<Path> onPath() {
    String path = System.getenv().getOrDefault("PATH", "");
    for (String folder : path.split(Pattern.quote(File.pathSeparator), -1)) {
      Path candidate = Path.of(folder.isEmpty() ? "." : folder, "terraform");
      if (Files.isExecutable(candidate) && !Files.isDirectory(candidate)) {
        return Optional.of(candidate.toAbsolutePath());
      }
    }
    return Optional.empty();
  }

  /**
   * Terraform for the deployments of that data folder.
   *
   * @throws UserError when there is no Terraform on the PATH
   */
  public static Terraform on(DataFolder data) {
    return new Terraform(
        onPath()
            .orElseThrow(() ->
                new UserError(
                    "terraform: not found on the PATH",
                    "Install Terraform 1.9 or later to change the infrastructure; all else works without it.")),
        data);
  }

  /** Whether the deployment's workspace was initialised. */
  public boolean isInitialised(Deployment deployment) {
    return Files.isDirectory(new Workspace(data, deployment).folder().resolve(".terraform"));
  }

  /**
   * Runs Terraform with the user's terminal and waits.
   *
   * @param reattach the value of TF_REATTACH_PROVIDERS for the deployment's account
   * @return Terraform's exit status
   */
  public int run(Deployment deployment, String reattach, List<String> arguments)
      throws InterruptedException {
    return start(builder(deployment, reattach, arguments).inheritIO());
  }

  /** The same with its output in a file, for steps that need not be seen. */
  public int runQuietly(Deployment deployment, String reattach, List<String> arguments, Path output)
      throws InterruptedException {
    return start(
        builder(deployment, reattach, arguments)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile()));
  }

  private int start(ProcessBuilder builder) throws InterruptedException {
    try {
      return builder.start().waitFor();
    } catch (IOException e) {
      throw new UserError(
          "terraform: cannot be started (" + e.getMessage() + ")", "Check " + executable + ".", e);
    }
  }

  private ProcessBuilder builder(Deployment deployment, String reattach, List<String> arguments) {
    Workspace workspace = new Workspace(data, deployment);
    workspace.refresh();
    List<String> command = new ArrayList<>();
    command.add(executable.toString());
    command.addAll(withVariables(deployment, arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(workspace.folder().toFile());
    builder.environment().put("TF_REATTACH_PROVIDERS", reattach);
    builder.environment().put("CHECKPOINT_DISABLE", "1");
    builder.environment().put("TF_IN_AUTOMATION", "skybridge");
    return builder;
  }

  /** Adds the deployment's variables behind the command; a saved plan carries its own. */
  static List<String> withVariables(Deployment deployment, List<String> arguments) {
    List<String> all = new ArrayList<>(arguments);
    boolean wants =
        !arguments.isEmpty()
            && WITH_VARIABLES.contains(arguments.getFirst())
            && !(arguments.getFirst().equals("apply") && hasPlanFile(arguments));
    if (wants) {
      deployment.variables().ifPresent(file -> all.add(1, "-var-file=" + file.toAbsolutePath()));
    }
    return all;
  }

  /** Whether the last argument is a plan, and not the value of the option before it. */
  private static boolean hasPlanFile(List<String> arguments) {
    if (arguments.size() < 2 || arguments.getLast().startsWith("-")) {
      return false;
    }
    String before = arguments.get(arguments.size() - 2).replaceFirst("^--", "-");
    return !WITH_VALUE.contains(before);
  }
}
