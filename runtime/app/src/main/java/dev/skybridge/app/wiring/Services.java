package dev.skybridge.app.wiring;

import dev.skybridge.app.Installation;
import dev.skybridge.app.access.World;
import dev.skybridge.app.data.DataFolder;
import dev.skybridge.app.data.TableStore;
import dev.skybridge.gate.TraceLog;
import dev.skybridge.network.fabric.Fabric;
import dev.skybridge.policy.AccountId;
import dev.skybridge.services.Organization;
import dev.skybridge.services.acm.Acm;
import dev.skybridge.services.acm.KeyStock;
import dev.skybridge.services.acmpca.OrganizationAuthority;
import dev.skybridge.services.api.Rights;
import dev.skybridge.services.apigateway.ApiGateway;
import dev.skybridge.services.dynamodb.DynamoDbService;
import dev.skybridge.services.ec2.Ec2;
import dev.skybridge.services.elb.Elb;
import dev.skybridge.services.iam.AccessKeys;
import dev.skybridge.services.iam.Iam;
import dev.skybridge.services.kms.Kms;
import dev.skybridge.services.lambda.Egress;
import dev.skybridge.services.lambda.LambdaService;
import dev.skybridge.services.lambda.LambdaSettings;
import dev.skybridge.services.logs.LogsService;
import dev.skybridge.services.organizations.Organizations;
import dev.skybridge.services.privatelink.PrivateLink;
import dev.skybridge.services.process.ChildProcesses;
import dev.skybridge.services.route53.Route53;
import dev.skybridge.services.secretsmanager.SecretsManager;
import dev.skybridge.services.signature.SignatureVerifier;
import dev.skybridge.services.sts.Sts;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** All services on one network, wired by hand. */
final class Services implements AutoCloseable {
  private static final int TRACES_KEPT = 2000;
  private static final int ENVIRONMENTS_PER_FUNCTION = 8;
  private static final Duration IDLE_ENVIRONMENT = Duration.ofMinutes(10);

  final TraceLog traces = new TraceLog(TRACES_KEPT);
  final Fabric fabric = new Fabric(traces);
  final ChildProcesses processes;
  final int leftovers;
  final Organizations organizations;
  final Iam iam;
  final AccessKeys administrators;
  final Sts sts;
  final SignatureVerifier verifier;
  final Kms kms;
  final SecretsManager secrets;
  final OrganizationAuthority authority;
  final Acm acm;

  /** Makes certificates' keys beside the rest: an RSA key takes some hundred milliseconds. */
  private final ExecutorService keys =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("acm-keys").factory());

  final Ec2 ec2;
  final Route53 route53;
  final LogsService logs;
  final DynamoDbService dynamoDb;
  final Organization organization;
  final Rights rights;
  final Egress egress;
  final LambdaService lambda;
  final ApiGateway gateway;
  final PrivateLink privateLink;
  final Elb elb;

  Services(DataFolder data, Installation installation, Organization organization, TableStore tables)
      throws IOException {
    this.organization = organization;
    Clock clock = Clock.systemUTC();
    Path cache = installation.cache(data);
    processes = new ChildProcesses(data.path("processes"));
    leftovers = processes.endLeftovers();
    administrators = new AccessKeys(data.path("credentials.json"), organization, clock);
    organizations = new Organizations(organization, this::accounts);
    iam = new Iam(organizations::serviceControl);
    rights = new RightsWiring(iam, organizations);
    sts = new Sts(new RoleWiring(iam, rights), organization, clock);
    verifier = new SignatureVerifier(id -> sts.find(id).or(() -> administrators.find(id)), clock);
    kms = new Kms(data.path("kms"), rights, clock);
    secrets = new SecretsManager(data.path("secrets"), new SecretKeyWiring(kms), rights, clock);
    authority = new OrganizationAuthority(data.path("authority"), clock);
    acm =
        new Acm(
            data.path("certificates"),
            new KeyStock(cache.resolve("keys")),
            new CertificateWiring(authority),
            clock);
    ec2 = new Ec2(fabric::update);
    route53 = new Route53(new ResolverWiring(fabric));
    logs = new LogsService(data.path("logs"), clock);
    Endpoints endpoints = new Endpoints();
    dynamoDb =
        new DynamoDbService(
            Backends.open(
                tables, () -> new EngineBackend(data.path("dynamodb"), cache.resolve("sqlite"))),
            data.path("dynamodb"),
            new SignatureWiring(verifier),
            new PolicyWiring(iam, endpoints));
    egress = new EgressWiring(ec2, fabric);
    lambda =
        new LambdaService(
            new LambdaSettings(
                installation.java(),
                installation.runtimeClient(),
                data.path("lambda"),
                cache,
                ENVIRONMENTS_PER_FUNCTION,
                IDLE_ENVIRONMENT),
            processes,
            new LocalHttpWiring(fabric),
            new RoleSessionWiring(sts),
            new LogWiring(logs, iam),
            egress,
            new DynamoDbDoorWiring(dynamoDb),
            traces);
    gateway =
        new ApiGateway(
            new CallersWiring(verifier, iam, organization),
            new FunctionWiring(lambda, organization),
            new EndpointNameWiring(fabric, endpoints),
            traces,
            clock);
    privateLink =
        new PrivateLink(
            fabric,
            (region, name) -> acm.ofService(region, List.of(name)),
            new ExecuteApiWiring(gateway));
    endpoints.set(privateLink);
    elb = new Elb(fabric, acm::identity, traces, clock, new SecureRandom());
  }

  /** Those that have an administrator: all that Terraform was ever used for, and the first ones. */
  private List<AccountId> accounts() {
    return administrators.all().stream().map(key -> key.scope().account()).toList();
  }

  /** What the gates look at. */
  World world() {
    return new World(
        fabric,
        ec2,
        elb,
        privateLink,
        gateway,
        lambda,
        egress,
        dynamoDb,
        secrets,
        kms,
        iam,
        callers());
  }

  CallerWiring callers() {
    return new CallerWiring(sts, organization, administrators);
  }

  /** Makes topology, names and zones equal to the records, and nothing else: nothing listens. */
  void publish() {
    ec2.reconcile();
    privateLink.publish();
    gateway.reconcile();
    elb.publish();
    route53.reconcile();
  }

  /** Makes sockets, processes, zones and tables equal to the records; idempotent. */
  void reconcile() {
    ec2.reconcile();
    keys.execute(acm::reconcile);
    privateLink.reconcile();
    gateway.reconcile();
    route53.reconcile();
    elb.reconcile();
    lambda.reconcile();
    dynamoDb.reconcile();
    logs.reconcile();
    secrets.reconcile();
  }

  @Override
  public void close() {
    keys.shutdownNow();
    // A key that is being made is still written: nobody may delete the folder meanwhile.
    keys.close();
    elb.close();
    privateLink.close();
    lambda.close();
    dynamoDb.close();
    processes.close();
    fabric.close();
  }
}
