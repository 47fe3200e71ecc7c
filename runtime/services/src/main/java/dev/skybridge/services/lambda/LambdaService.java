package dev.skybridge.services.lambda;

import dev.skybridge.gate.Trace;
import dev.skybridge.gate.TraceLog;
import dev.skybridge.gate.Verdict;
import dev.skybridge.policy.Access;
import dev.skybridge.policy.AccessRequest;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Arn;
import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.api.Judgement;
import dev.skybridge.services.api.Requester;
import dev.skybridge.services.api.Rights;
import dev.skybridge.services.process.ChildProcesses;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * AWS Lambda of all accounts. Functions and permissions are records; {@link #reconcile} makes the
 * execution environments follow them. Safe for use by several threads.
 */
public final class LambdaService implements AutoCloseable {
  /** What Lambda takes as a synchronous event, in bytes. */
  static final int MAXIMUM_EVENT = 6_291_456;

  private final LambdaSettings settings;
  private final Host host;
  private final PackageStore packages;
  private final ResourcePolicies policies = new ResourcePolicies();
  private final Map<Arn, Function> functions = new ConcurrentHashMap<>();
  private final Map<Arn, Pool> pools = new ConcurrentHashMap<>();
  private final ScheduledExecutorService reaper =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("lambda-reaper").factory());

  /**
   * @param processes the processes of this runtime, leftovers ended
   * @param traces gets the traces of what functions send outside an invocation
   * @throws IOException when the data folder cannot be written, or the runtime interface client is
   *     not where the settings say
   */
  public LambdaService(
      LambdaSettings settings,
      ChildProcesses processes,
      LocalHttp http,
      RoleSessions roles,
      LogSink logs,
      Egress egress,
      DynamoDbDoor dynamoDb,
      TraceLog traces)
      throws IOException {
    this.settings = settings;
    Folders.delete(settings.environments());
    packages = new PackageStore(settings.packages(), settings.cache());
    CommandLine commandLine =
        new CommandLine(
            settings.java(),
            settings.runtimeClient(),
            NativeClient.unpack(settings.runtimeClient(), settings.cache().resolve("native")));
    AotCaches caches =
        new AotCaches(
            settings.cache(), commandLine, new AotTraining(commandLine, processes, http), packages);
    host =
        new Host(
            settings,
            commandLine,
            processes,
            packages,
            caches,
            http,
            roles,
            logs,
            egress,
            dynamoDb,
            traces,
            InstantSource.system());
    long period = Math.max(1, Math.min(settings.idleLimit().toMillis() / 4, 15_000));
    var _ = reaper.scheduleWithFixedDelay(this::reap, period, period, TimeUnit.MILLISECONDS);
  }

  /** Where deployment packages are put before a function names them. */
  public PackageStore packages() {
    return packages;
  }

  /**
   * What AWS checks when a function is created or changed.
   *
   * @throws AwsException when it would refuse
   */
  public void check(Function function) {
    FunctionChecks.check(function, host.roles());
  }

  /**
   * What AWS checks when a permission is added.
   *
   * @throws AwsException when the function is not there or has a statement of this id
   */
  public void check(Permission permission) {
    if (!functions.containsKey(permission.function())) {
      throw new AwsException(
          "ResourceNotFoundException", 404, "Function not found: " + permission.function());
    }
    policies.check(permission);
  }

  /** Adds or replaces a function. */
  public void put(Function function) {
    functions.put(function.arn(), function);
  }

  /** Removes a function and its resource policy. */
  public void remove(Arn function) {
    functions.remove(function);
    policies.remove(function);
  }

  public Optional<Function> function(Arn arn) {
    return Optional.ofNullable(functions.get(arn));
  }

  /** All functions, in order of ARN. */
  public List<Function> functions() {
    List<Function> all = new ArrayList<>(functions.values());
    all.sort(Comparator.comparing(function -> function.arn().toString()));
    return all;
  }

  /** Adds a statement to a function's resource policy, or replaces it. */
  public void put(Permission permission) {
    policies.put(permission);
  }

  /** Removes a statement from a function's resource policy. */
  public void removePermission(Arn function, String statementId) {
    policies.remove(function, statementId);
  }

  /** A function's resource policy; nothing when no permission was added. */
  public Optional<AttachedPolicy> policy(Arn function) {
    return policies.find(function);
  }

  /**
   * Whether somebody may invoke a function, as for a call that is served; nothing is invoked.
   *
   * @param rights what principals may do by their own policies
   * @param requester his trace gets the step
   */
  public boolean judge(Rights rights, Requester requester, Arn function) {
    AccessRequest request =
        new AccessRequest(
            requester.identity(),
            "lambda:InvokeFunction",
            function.toString(),
            new AccountId(function.account()),
            requester.facts());
    return Judgement.ofCall("lambda", rights, requester, policy(function), request).allowed();
  }

  /** Whether a function's resource policy lets somebody (a service, another account) invoke it. */
  public Verdict mayInvoke(AccessRequest request) {
    return policies
        .find(Arn.parse(request.resource()))
        .map(policy -> Access.resourceOnly(policy, request))
        .orElseGet(() ->
            Verdict.refuse(
                request.resource(),
                "no resource policy",
                "no permission lets " + request.principal().name() + " invoke this function",
                "add a permission to the function for " + request.principal().name()));
  }

  /** Makes the execution environments follow the records. */
  public synchronized void reconcile() {
    pools
        .values()
        .removeIf(pool -> {
          boolean stale = !pool.function().equals(functions.get(pool.function().arn()));
          if (stale) {
            pool.retire();
          }
          return stale;
        });
    functions.forEach(
        (arn, function) -> pools.computeIfAbsent(arn, absent -> new Pool(function, host)));
  }

  /**
   * Invokes a function and waits for its answer.
   *
   * @param event JSON, at most 6 MB
   * @param trace the request that it belongs to; the execution environment's own requests are noted
   *     there
   * @throws AwsException when the function is not there, the event is too large, or too many
   *     invocations run
   */
  public InvocationResult invoke(Arn function, byte[] event, Trace trace)
      throws InterruptedException {
    Pool pool = pools.get(function);
    if (pool == null) {
      throw new AwsException("ResourceNotFoundException", 404, "Function not found: " + function);
    }
    if (event.length > MAXIMUM_EVENT) {
      throw new AwsException(
          "RequestTooLargeException",
          413,
          "Request must be smaller than "
              + MAXIMUM_EVENT
              + " bytes for the InvokeFunction operation");
    }
    return pool.invoke(event, trace);
  }

  /**
   * Invokes a function without waiting; when it fails it is tried again after one minute and after
   * two more. Events that wait are lost when the runtime ends.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html">How
   *     Lambda handles errors and retries with asynchronous invocation</a>
   */
  void invokeLater(Arn function, byte[] event, Trace trace) {
    later(function, event, trace, List.of(60, 120));
  }

  private void later(Arn function, byte[] event, Trace trace, List<Integer> delays) {
    Thread.ofVirtual()
        .name("asynchronous-invocation")
        .start(() -> {
          if (!succeeds(function, event, trace) && !delays.isEmpty() && !reaper.isShutdown()) {
            var _ =
                reaper.schedule(
                    () -> later(function, event, trace, delays.subList(1, delays.size())),
                    delays.getFirst(),
                    TimeUnit.SECONDS);
          }
        });
  }

  private boolean succeeds(Arn function, byte[] event, Trace trace) {
    try {
      return invoke(function, event, trace).functionError().isEmpty();
    } catch (AwsException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** How many execution environments a function has now. */
  public int environments(Arn function) {
    Pool pool = pools.get(function);
    return pool == null ? 0 : pool.size();
  }

  /** Waits until the AOT caches that are being made are there; none is made after this. */
  public boolean awaitCaches(Duration limit) throws InterruptedException {
    return host.caches().await(limit);
  }

  private void reap() {
    long before = System.nanoTime() - settings.idleLimit().toNanos();
    pools.values().forEach(pool -> pool.reap(before));
  }

  /** Ends all execution environments that are idle; {@link ChildProcesses} ends the busy ones. */
  @Override
  public void close() {
    reaper.shutdownNow();
    host.caches().close();
    pools.values().forEach(Pool::retire);
  }
}
