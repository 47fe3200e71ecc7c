package dev.skybridge.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.app.Installation;
import dev.skybridge.app.Ports;
import dev.skybridge.app.boot.Boot;
import dev.skybridge.app.client.ClientRequest;
import dev.skybridge.app.control.ControlClient;
import dev.skybridge.app.data.DataFolder;
import dev.skybridge.app.data.TableStore;
import dev.skybridge.app.deployment.Deployment;
import dev.skybridge.app.deployment.Deployments;
import dev.skybridge.app.deployment.Snapshots;
import dev.skybridge.app.deployment.StateFile;
import dev.skybridge.app.deployment.Terraform;
import dev.skybridge.app.deployment.Workspace;
import dev.skybridge.app.wiring.SkybridgeRuntime;
import dev.skybridge.gate.Trace;
import dev.skybridge.network.NetworkInterface;
import dev.skybridge.network.fabric.SocksDoor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A runtime of this process's own, in a temporary data folder, on free ports; several live side by
 * side. Closing it ends everything it started and deletes its data.
 *
 * <p>The checkout whose infrastructure and functions it takes is named by the system property
 * {@code skybridge.home}. Not thread-safe; the clients are.
 */
public final class TestingRuntime implements AutoCloseable {
  /** How long a client here waits for packets that a gate drops; AWS's silence lasts longer. */
  private static final Duration HOLD = Duration.ofMillis(200);

  private final Path folder;
  private final DataFolder data;
  private final Boot.Plan plan;
  private final Map<String, SocksDoor> doors = new HashMap<>();
  private Boot boot;

  private TestingRuntime(Path checkout, Boot.Source source) {
    Path infrastructure = checkout.resolve("infrastructure");
    try {
      folder = Files.createTempDirectory("skybridge-test-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    data = DataFolder.at(folder.resolve("data"));
    plan =
        new Boot.Plan(
            data,
            new Installation(checkout),
            Deployments.in(infrastructure),
            new Snapshots(infrastructure.resolve("snapshot")),
            source,
            Ports.FREE,
            new TableStore.Embedded());
    try {
      boot = boot(plan);
    } catch (RuntimeException e) {
      try {
        deleteFolder();
      } catch (UncheckedIOException stillWritten) {
        e.addSuppressed(stillWritten);
      }
      throw e;
    }
  }

  /** Starts one with what the committed snapshot holds. */
  public static TestingRuntime fromSnapshot() {
    return fromSnapshot(home());
  }

  /**
   * Starts one with what a checkout's snapshot holds.
   *
   * @param checkout a folder laid out like this repository, with what its build made
   * @throws dev.skybridge.app.UserError when it cannot start
   */
  public static TestingRuntime fromSnapshot(Path checkout) {
    return new TestingRuntime(checkout, Boot.Source.SNAPSHOT);
  }

  /** Starts one with nothing in it. */
  public static TestingRuntime empty() {
    return new TestingRuntime(home(), Boot.Source.NOTHING);
  }

  /** The checkout: the system property {@code skybridge.home}. */
  public static Path home() {
    String home = System.getProperty("skybridge.home", "");
    if (home.isEmpty()) {
      throw new IllegalStateException(
          "system property skybridge.home: missing (expected: the checkout's root)");
    }
    return Path.of(home).toAbsolutePath().normalize();
  }

  private static Boot boot(Boot.Plan plan) {
    return Boot.start(plan, _ -> {});
  }

  /** What runs here. */
  SkybridgeRuntime runtime() {
    return boot.runtime();
  }

  /** Where everything of this runtime lies. */
  public DataFolder data() {
    return data;
  }

  /** The deployments of the checkout, in the order of apply. */
  public Deployments deployments() {
    return plan.deployments();
  }

  /**
   * Sends as the client instance, of several EC2 instances the one that was made first.
   *
   * @throws IllegalStateException if there is none
   */
  public VpcClient client() {
    return from(
        boot.runtime()
            .clientInterface()
            .orElseThrow(() -> new IllegalStateException("no EC2 instance is there to send as")));
  }

  /**
   * Sends as another network interface.
   *
   * @param interfaceId e.g. {@code eni-0123456789abcdef0}
   */
  public VpcClient from(String interfaceId) {
    SocksDoor door = doors.computeIfAbsent(interfaceId, id -> boot.runtime().openDoor(id, HOLD));
    return new VpcClient(door.address().getPort(), trust().trust());
  }

  /** All network interfaces that are there now. */
  public Collection<NetworkInterface> networkInterfaces() {
    return boot.runtime().topology().networkInterfaces();
  }

  /** A network interface of that kind; descriptions are AWS's, e.g. {@code ELB app/...}. */
  public NetworkInterface networkInterface(Predicate<NetworkInterface> wanted) {
    return networkInterfaces().stream()
        .filter(wanted)
        .min(Comparator.comparing(NetworkInterface::id))
        .orElseThrow(() -> new IllegalStateException("none of " + networkInterfaces()));
  }

  /** The address of this machine that stands for an interface's. */
  public InetAddress loopback(NetworkInterface card) {
    try {
      return InetAddress.getByAddress(
          boot.runtime().topology().loopback(card).orElseThrow().bytes());
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  /** The trace of the latest request or refused connection. */
  public Trace lastTrace() {
    return boot.runtime().traces().last().orElseThrow(() -> new IllegalStateException("no trace"));
  }

  /** All traces kept, the oldest first. */
  public List<Trace> traces() {
    return boot.runtime().traces().all();
  }

  /**
   * The trace of a request.
   *
   * @param id the root of its X-Amzn-Trace-Id, or its x-amzn-RequestId
   */
  public Trace trace(String id) {
    return boot.runtime()
        .traces()
        .find(id)
        .orElseThrow(() -> new IllegalStateException("no trace of " + id));
  }

  /** The trace of the request that this answers. */
  public Trace trace(Answer answer) {
    return trace(answer.traceId().orElseThrow(() -> new IllegalStateException("no id: " + answer)));
  }

  /** Asks as the command line does: {@code status}, {@code client}, {@code logs}, ... */
  public JsonNode ask(ObjectNode request) {
    return new ControlClient(data).ask(request);
  }

  /** The latest log lines of a function, e.g. {@code beverage-post-order}. */
  public String log(String function) {
    StringBuilder text = new StringBuilder();
    ask(ControlClient.request("logs").put("function", function).put("lines", 1000))
        .path("lines")
        .forEach(line -> text.append(line.asText()).append('\n'));
    return text.toString();
  }

  /** Ends it and starts it again on the same data. */
  public void restart() {
    stop();
    boot = boot(plan);
  }

  /** Ends it; its data stay until it is closed. */
  public void stop() {
    doors.values().forEach(SocksDoor::close);
    doors.clear();
    boot.close();
  }

  /**
   * Runs the real Terraform on a deployment, initialised when needed.
   *
   * @param deployment its name, e.g. {@code consumer}
   * @throws dev.skybridge.app.UserError when there is no Terraform on the PATH
   */
  public TerraformRun terraform(String deployment, String... arguments)
      throws InterruptedException {
    Terraform terraform = Terraform.on(data);
    Deployment one = deployments().named(deployment);
    if (!terraform.isInitialised(one)) {
      run(terraform, one, List.of("init", "-input=false", "-no-color")).orThrow();
    }
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add(1, "-no-color");
    return run(terraform, one, all);
  }

  /** The outputs of a deployment's root, each with its {@code value}. */
  public JsonNode outputs(String deployment) {
    Deployment one = deployments().named(deployment);
    return StateFile.read(new Workspace(data, one).state()).root().path("outputs");
  }

  /** Applies all deployments in their order. */
  public void apply() throws InterruptedException {
    for (Deployment deployment : deployments().all()) {
      terraform(deployment.name(), "apply", "-auto-approve", "-input=false").orThrow();
    }
  }

  private TerraformRun run(Terraform terraform, Deployment deployment, List<String> arguments)
      throws InterruptedException {
    Path output = folder.resolve("terraform.log");
    int status =
        terraform.runQuietly(
            deployment, reattach(deployment.account(), deployment.region()), arguments, output);
    try {
      return new TerraformRun(status, Files.readString(output));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The value of TF_REATTACH_PROVIDERS with which any Terraform root is applied to an account.
   *
   * @param account 12 digits
   * @param region that of provider blocks that name none
   */
  public String reattach(String account, String region) {
    return boot.runtime().reattach(account, region);
  }

  private ClientRequest trust() {
    return new ClientRequest(0, boot.runtime().certificateAuthority());
  }

  @Override
  public void close() {
    stop();
    deleteFolder();
  }

  private void deleteFolder() {
    try (Stream<Path> left = Files.walk(folder)) {
      for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
