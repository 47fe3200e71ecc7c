package dev.skybridge.provider.types.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.skybridge.gate.TraceLog;
import dev.skybridge.network.Cidr;
import dev.skybridge.network.fabric.Fabric;
import dev.skybridge.network.fabric.HttpListening;
import dev.skybridge.network.http.Headers;
import dev.skybridge.network.http.HttpHandler;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Arn;
import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.PrincipalPolicies;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.registry.Registry;
import dev.skybridge.provider.testing.MemoryInventory;
import dev.skybridge.provider.types.dynamodb.DynamoDbTypes;
import dev.skybridge.provider.types.logs.LogsTypes;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.dynamodb.DynamoDbService;
import dev.skybridge.services.dynamodb.EndpointBackend;
import dev.skybridge.services.dynamodb.Policies;
import dev.skybridge.services.ec2.Ec2;
import dev.skybridge.services.ec2.Ec2Record;
import dev.skybridge.services.lambda.Credentials;
import dev.skybridge.services.lambda.LambdaService;
import dev.skybridge.services.lambda.LambdaSettings;
import dev.skybridge.services.lambda.LocalHttp;
import dev.skybridge.services.logs.LogsService;
import dev.skybridge.services.process.ChildProcesses;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** Lambda, Logs and DynamoDB with a network, as far as their resource types need them. */
final class FunctionServices implements AutoCloseable {
  static final Scope HOME = new Scope(new AccountId("111122223333"), new Region("eu-central-1"));
  static final String ROLE = "arn:aws:iam::111122223333:role/functions";

  final Fabric fabric = new Fabric(new TraceLog(10));
  final Ec2 ec2 = new Ec2(fabric::update);
  final LogsService logs;
  final DynamoDbService dynamoDb;
  final LambdaService lambda;
  final ChildProcesses processes;
  final Path jar;
  boolean mayCreateInterfaces = true;

  FunctionServices(Path folder) throws IOException {
    jar = jar(folder.resolve("package.jar"));
    processes = new ChildProcesses(folder.resolve("processes"));
    logs = new LogsService(folder.resolve("logs"), InstantSource.system());
    dynamoDb =
        new DynamoDbService(
            new EndpointBackend(URI.create("http://127.0.0.1:9")),
            folder,
            (request, region, service) -> {
              throw new AwsException("UnrecognizedClientException", 400, "nobody asks here");
            },
            new NoPolicies());
    lambda =
        new LambdaService(
            new LambdaSettings(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                Path.of("../services/target/lambda-runtime-client").toAbsolutePath().normalize(),
                folder.resolve("lambda"),
                folder.resolve("cache"),
                1,
                Duration.ofMinutes(1)),
            processes,
            this::listen,
            FunctionServices::assume,
            (function, stream, lines) -> {},
            (function, trace) -> Optional.empty(),
            (function, way, request, trace) ->
                new HttpResponse(400, "", Headers.NONE, "{}".getBytes(UTF_8)),
            new TraceLog(10));
    network();
  }

  Registry registry() {
    List<ResourceType> types =
        Stream.of(
                LambdaTypes.resources(lambda, ec2, this::resolve, rights()),
                LogsTypes.resources(logs),
                DynamoDbTypes.resources(dynamoDb))
            .flatMap(List::stream)
            .toList();
    return new Registry(types, List.of(), new MemoryInventory(), () -> {});
  }

  private RoleRights rights() {
    return new RoleRights() {
      @Override
      public boolean allows(Scope scope, String role, String action) {
        return mayCreateInterfaces;
      }

      // Everybody may.
      @Override
      public void mayPass(Scope scope, Principal.Identity caller, String role) {}
    };
  }

  private Path resolve(String filename) {
    return filename.equals("package.jar") ? jar : Path.of(filename);
  }

  private void network() {
    ec2.put(
        new Ec2Record.Vpc(
            HOME,
            "vpc-0123456789abcdef0",
            Cidr.parse("10.0.0.0/16"),
            true,
            true,
            "rtb-0123456789abcdef0",
            "sg-0123456789abcdef9",
            "acl-0123456789abcdef0"));
    for (int i = 0; i < 2; i++) {
      ec2.put(
          new Ec2Record.Subnet(
              HOME,
              "subnet-0123456789abcdef" + i,
              "vpc-0123456789abcdef0",
              Cidr.parse("10.0." + i + ".0/24"),
              "eu-central-1a"));
    }
    ec2.put(
        new Ec2Record.SecurityGroup(
            HOME, "sg-0123456789abcdef0", "vpc-0123456789abcdef0", "functions"));
  }

  private LocalHttp.Listener listen(HttpHandler handler) {
    HttpListening listening = fabric.serveLocal(handler);
    return new LocalHttp.Listener() {
      @Override
      public int port() {
        return listening.loopback().getPort();
      }

      @Override
      public void close() {
        listening.close();
      }
    };
  }

  private static Credentials assume(String role, String service, String session, Arn function) {
    if (!role.equals(ROLE)) {
      throw new AwsException("NoSuchEntity", 404, "no such role");
    }
    return new Credentials("ASIA", "secret", "token", Instant.MAX);
  }

  private static Path jar(Path file) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file))) {
      out.putNextEntry(new JarEntry("Probe.class"));
      out.write(1);
      out.closeEntry();
    }
    return file;
  }

  @Override
  public void close() {
    lambda.close();
    dynamoDb.close();
    processes.close();
    fabric.close();
  }

  private static final class NoPolicies implements Policies {
    @Override
    public PrincipalPolicies identity(Principal.Identity principal) {
      return PrincipalPolicies.none();
    }

    @Override
    public Optional<AttachedPolicy> endpoint(String vpcEndpoint) {
      return Optional.empty();
    }
  }
}
