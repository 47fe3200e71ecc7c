package dev.skybridge.services.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.skybridge.gate.Trace;
import dev.skybridge.gate.TraceLog;
import dev.skybridge.gate.Verdict;
import dev.skybridge.network.fabric.Fabric;
import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Arn;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.process.ChildProcesses;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Lambda as a whole, with stand-ins for its neighbours that tests can turn. */
final class TestingLambda implements AutoCloseable {
  static final Scope SCOPE = new Scope(new AccountId("444455556666"), new Region("eu-central-1"));
  static final String ROLE = "arn:aws:iam::444455556666:role/probe";

  final List<String> lines = Collections.synchronizedList(new ArrayList<>());
  final List<String> streams = Collections.synchronizedList(new ArrayList<>());
  final ChildProcesses processes;
  private final Fabric fabric = new Fabric(new TraceLog(10));
  final LambdaService service;
  volatile boolean reachable = true;
  volatile Waiting atTheDoor = () -> {};

  /** Something that may take a while. */
  @FunctionalInterface
  interface Waiting {
    void run() throws InterruptedException;
  }

  TestingLambda(Path folder) throws IOException {
    this(folder, Duration.ofMinutes(5), 4);
  }

  /** With a cache that others may have filled. */
  static TestingLambda sharing(Path cache, Path folder) throws IOException {
    return new TestingLambda(folder, cache, Duration.ofMinutes(5), 4, Optional.empty());
  }

  TestingLambda(Path folder, Duration idleLimit, int environments) throws IOException {
    this(folder, folder.resolve("cache"), idleLimit, environments, Optional.empty());
  }

  /** With what answers at the door in the place of the stand-in. */
  static TestingLambda with(Path folder, DynamoDbDoor dynamoDb) throws IOException {
    return new TestingLambda(
        folder, folder.resolve("cache"), Duration.ofMinutes(5), 4, Optional.of(dynamoDb));
  }

  private TestingLambda(
      Path folder,
      Path cache,
      Duration idleLimit,
      int environments,
      Optional<DynamoDbDoor> dynamoDb)
      throws IOException {
    processes = new ChildProcesses(folder.resolve("processes"));
    service =
        new LambdaService(
            new LambdaSettings(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                FunctionJar.RUNTIME_CLIENT,
                folder.resolve("lambda"),
                cache,
                environments,
                idleLimit),
            processes,
            new FabricHttp(fabric),
            TestingLambda::assume,
            this::log,
            this::egress,
            dynamoDb.orElse(this::answer),
            new TraceLog(10));
  }

  private HttpResponse answer(Function function, Egress.Way way, HttpRequest request, Trace trace)
      throws InterruptedException {
    atTheDoor.run();
    return Json.response(
        200, ("through " + way.vpcEndpoint().orElse("") + " by " + trace.id()).getBytes(UTF_8));
  }

  private static Credentials assume(String role, String principal, String session, Arn function) {
    if (!role.equals(ROLE) || !principal.equals("lambda.amazonaws.com")) {
      throw new AwsException("AccessDenied", 403, "not authorized to perform: sts:AssumeRole");
    }
    return new Credentials("ASIA" + session, "secret", "token", Instant.now().plusSeconds(43200));
  }

  private void log(Function function, String stream, List<LogSink.Line> fresh) {
    fresh.forEach(line -> lines.add(line.text()));
    streams.add(function.logGroup() + " " + stream);
  }

  private Optional<Egress.Way> egress(Function function, Trace trace) {
    Verdict verdict =
        trace.ask(
            "security group",
            "eni-1",
            facts ->
                reachable
                    ? Verdict.allow("sg-1", "egress tcp 443 to pl-1")
                    : Verdict.refuse("sg-1", "no egress rule", "nothing lets tcp 443 out"),
            function);
    return verdict.allowed()
        ? Optional.of(new Egress.Way(Optional.of("vpce-1"), Optional.of("vpc-1"), "10.0.0.7"))
        : Optional.empty();
  }

  /** A function in Java 21 with 256 MB and 10 seconds. */
  Function probe(Path jar) throws IOException {
    return probe(jar, "Probe", 10, -1);
  }

  Function probe(Path jar, String handler, int timeout, int reserved) throws IOException {
    TreeMap<String, String> variables = new TreeMap<>();
    variables.put("COLOUR", "blue");
    return new Function(
        SCOPE,
        "probe",
        "",
        ROLE,
        "java21",
        handler,
        256,
        timeout,
        service.packages().add(jar),
        variables,
        List.of("subnet-1"),
        List.of("sg-1"),
        "/aws/lambda/probe",
        reserved);
  }

  /** Puts a function and makes it run. */
  void serve(Function function) {
    service.put(function);
    service.reconcile();
  }

  InvocationResult invoke(String word) throws InterruptedException {
    return invoke(word, trace());
  }

  InvocationResult invoke(String word, Trace trace) throws InterruptedException {
    return service.invoke(
        SCOPE.arn("lambda", "function:probe"), ('"' + word + '"').getBytes(UTF_8), trace);
  }

  static Trace trace() {
    return new Trace("1-67891233-abcdef012345678912345678", 0, System::nanoTime);
  }

  static String text(InvocationResult result) {
    return new String(result.payload(), UTF_8);
  }

  @Override
  public void close() {
    service.close();
    processes.close();
    fabric.close();
  }
}
