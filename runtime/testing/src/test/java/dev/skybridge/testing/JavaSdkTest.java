package dev.skybridge.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.acm.model.CertificateSummary;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.IntegrationType;
import software.amazon.awssdk.services.apigateway.model.NotFoundException;
import software.amazon.awssdk.services.apigateway.model.Resource;
import software.amazon.awssdk.services.apigateway.model.TestInvokeMethodResponse;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.LogType;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.HostedZone;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sts.StsClient;

/** The AWS SDK for Java 2 on the runtime: each service, its paginators and its waiters. */
class JavaSdkTest {
  private static final String CONSUMER = "111122223333";
  private static final String FOOD = "777788889999";

  private static TestingRuntime runtime;
  private static JavaSdk sdk;
  private static AwsCredentialsIdentity consumer;
  private static AwsCredentialsIdentity food;

  @BeforeAll
  static void start() {
    runtime = TestingRuntime.fromSnapshot();
    ClientPrograms programs = new ClientPrograms(runtime);
    sdk = new JavaSdk(programs.endpoint());
    consumer = programs.administrator(CONSUMER);
    food = programs.administrator(FOOD);
  }

  @AfterAll
  static void stop() {
    sdk.close();
    runtime.close();
  }

  @Test
  void theNetworkIsReadInPagesAndItsInstanceRuns() {
    Ec2Client ec2 = sdk.client(Ec2Client.builder(), consumer);
    List<NetworkInterface> all = ec2.describeNetworkInterfaces().networkInterfaces();
    assertThat(
            ec2.describeNetworkInterfacesPaginator(request -> request.maxResults(5))
                .networkInterfaces())
        .containsExactlyElementsOf(all);
    Instance instance =
        ec2.describeInstances(request ->
                request.filters(
                    Filter.builder().name("instance-state-name").values("running").build()))
            .reservations()
            .getFirst()
            .instances()
            .getFirst();
    assertThat(
            ec2.waiter()
                .waitUntilInstanceRunning(request -> request.instanceIds(instance.instanceId()))
                .matched()
                .response())
        .isPresent();
    assertThat(instance.state().name()).isEqualTo(InstanceStateName.RUNNING);
    assertThat(all).anyMatch(card -> instance.instanceId().equals(card.attachment().instanceId()));
  }

  @Test
  void theLoadBalancerAndItsNameAreFound() {
    ElasticLoadBalancingV2Client elb = sdk.client(ElasticLoadBalancingV2Client.builder(), consumer);
    LoadBalancer balancer =
        elb.describeLoadBalancersPaginator(request -> request.pageSize(1)).loadBalancers().stream()
            .findFirst()
            .orElseThrow();
    elb.waiter()
        .waitUntilLoadBalancerAvailable(
            request -> request.loadBalancerArns(balancer.loadBalancerArn()));
    Route53Client route53 = sdk.client(Route53Client.builder(), consumer);
    HostedZone zone =
        route53.listHostedZonesPaginator(request -> request.maxItems("1")).hostedZones().stream()
            .findFirst()
            .orElseThrow();
    assertThat(
            route53
                .listResourceRecordSets(request -> request.hostedZoneId(zone.id()))
                .resourceRecordSets())
        .anyMatch(set ->
            set.type() == RRType.A
                && set.aliasTarget().dnsName().equals(balancer.dnsName() + ".")
                && set.aliasTarget().hostedZoneId().equals(balancer.canonicalHostedZoneId()));
    AcmClient acm = sdk.client(AcmClient.builder(), consumer);
    CertificateSummary certificate =
        acm
            .listCertificatesPaginator(request -> request.maxItems(1))
            .certificateSummaryList()
            .stream()
            .findFirst()
            .orElseThrow();
    assertThat(
            acm.describeCertificate(request -> request.certificateArn(certificate.certificateArn()))
                .certificate()
                .inUseBy())
        .containsExactly(balancer.loadBalancerArn());
  }

  @Test
  void keysSecretsAndRolesAreReadInPages() {
    KmsClient kms = sdk.client(KmsClient.builder(), consumer);
    String key =
        kms.listKeysPaginator(request -> request.limit(1)).keys().stream()
            .findFirst()
            .orElseThrow()
            .keyId();
    SdkBytes sealed =
        kms.encrypt(request -> request.keyId(key).plaintext(SdkBytes.fromUtf8String("tea")))
            .ciphertextBlob();
    assertThat(kms.decrypt(request -> request.ciphertextBlob(sealed)).plaintext().asUtf8String())
        .isEqualTo("tea");
    SecretsManagerClient secrets = sdk.client(SecretsManagerClient.builder(), consumer);
    for (String name : List.of("a", "b", "c")) {
      secrets.createSecret(request -> request.name("page/" + name).secretString(name));
    }
    assertThat(
            secrets.listSecretsPaginator(request -> request.maxResults(2)).stream()
                .flatMap(page -> page.secretList().stream())
                .map(secret -> secret.name())
                .filter(name -> name.startsWith("page/")))
        .containsExactly("page/a", "page/b", "page/c");
    assertThat(
            sdk
                .client(IamClient.builder(), food)
                .listRolesPaginator(request -> request.maxItems(1))
                .roles()
                .stream()
                .map(Role::roleName))
        .contains("food-get-orders");
    assertThat(sdk.client(StsClient.builder(), consumer).getCallerIdentity().arn())
        .isEqualTo("arn:aws:iam::111122223333:user/administrator");
  }

  @Test
  void aFunctionIsInvokedAndItsTableAndLogAreRead() {
    LambdaClient lambda = sdk.client(LambdaClient.builder(), food);
    assertThat(
            lambda.listFunctionsPaginator(request -> request.maxItems(1)).functions().stream()
                .map(FunctionConfiguration::functionName))
        .contains("food-get-orders", "food-post-order");
    lambda.waiter().waitUntilFunctionActiveV2(request -> request.functionName("food-get-orders"));
    assertThat(
            lambda
                .invoke(request ->
                    request
                        .functionName("food-get-orders")
                        .logType(LogType.TAIL)
                        .payload(
                            SdkBytes.fromString(
                                "{\"resource\":\"/orders\",\"httpMethod\":\"GET\","
                                    + "\"path\":\"/orders\"}",
                                UTF_8)))
                .payload()
                .asUtf8String())
        .contains("statusCode");
    CloudWatchLogsClient logs = sdk.client(CloudWatchLogsClient.builder(), food);
    assertThat(
            logs
                .filterLogEventsPaginator(request ->
                    request
                        .logGroupName("/aws/lambda/food-get-orders")
                        .filterPattern("REPORT")
                        .limit(1))
                .events()
                .stream())
        .hasSize(1);
    DynamoDbClient dynamoDb = sdk.client(DynamoDbClient.builder(), food);
    dynamoDb.waiter().waitUntilTableExists(request -> request.tableName("food-orders"));
    String key =
        dynamoDb
            .describeTable(request -> request.tableName("food-orders"))
            .table()
            .keySchema()
            .getFirst()
            .attributeName();
    for (String id : List.of("a", "b", "c")) {
      dynamoDb.putItem(
          request -> request.tableName("food-orders").item(Map.of(key, AttributeValue.fromS(id))));
    }
    assertThat(
            dynamoDb
                .scanPaginator(request -> request.tableName("food-orders").limit(1))
                .items()
                .stream()
                .map(item -> requireNonNull(item.get(key)).s()))
        .containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void anApiIsReadInPagesAndItsMethodTested() {
    ApiGatewayClient gateway = sdk.client(ApiGatewayClient.builder(), food);
    String api =
        gateway.getRestApisPaginator(request -> request.limit(1)).items().stream()
            .findFirst()
            .orElseThrow()
            .id();
    Resource orders =
        gateway.getResourcesPaginator(request -> request.restApiId(api).limit(1)).items().stream()
            .filter(resource -> resource.path().equals("/orders"))
            .findFirst()
            .orElseThrow();
    assertThat(
            gateway
                .getMethod(
                    request -> request.restApiId(api).resourceId(orders.id()).httpMethod("POST"))
                .methodIntegration()
                .type())
        .isEqualTo(IntegrationType.AWS_PROXY);
    assertThat(
            gateway
                .getExport(request -> request.restApiId(api).stageName("v1").exportType("oas30"))
                .body()
                .asUtf8String())
        .contains("\"openapi\"");
    TestInvokeMethodResponse test =
        gateway.testInvokeMethod(request ->
            request
                .restApiId(api)
                .resourceId(orders.id())
                .httpMethod("GET")
                .pathWithQueryString("/orders?limit=2"));
    assertThat(test.status()).isEqualTo(500);
    assertThat(test.log()).contains("Invalid permissions on Lambda function");
    assertThatThrownBy(() -> gateway.getRestApi(request -> request.restApiId("tea")))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("Invalid API identifier specified 777788889999:tea");
  }

  @Test
  void refusalsAreTheSdksOwnExceptions() {
    assertThatThrownBy(() ->
            sdk.client(SecretsManagerClient.builder(), consumer)
                .getSecretValue(request -> request.secretId("tea")))
        .isInstanceOf(
            software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException.class);
    assertThatThrownBy(() ->
            sdk.client(LambdaClient.builder(), food)
                .getFunction(request -> request.functionName("tea")))
        .isInstanceOf(software.amazon.awssdk.services.lambda.model.ResourceNotFoundException.class);
    assertThatThrownBy(
            () -> sdk.client(IamClient.builder(), food).getRole(request -> request.roleName("tea")))
        .isInstanceOf(NoSuchEntityException.class);
    assertThatThrownBy(() ->
            sdk.client(StsClient.builder(), consumer)
                .assumeRole(request ->
                    request.roleArn("arn:aws:iam::777788889999:role/none").roleSessionName("tea")))
        .isInstanceOfSatisfying(
            AwsServiceException.class,
            e -> {
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
              assertThat(e.statusCode()).isEqualTo(403);
            });
  }

  @Test
  void whatIsNotServedIsRefusedByName() {
    assertThatThrownBy(() -> sdk.client(KmsClient.builder(), consumer).createKey())
        .isInstanceOfSatisfying(
            AwsServiceException.class,
            e ->
                assertThat(e.awsErrorDetails().errorMessage())
                    .isEqualTo("The operation CreateKey is not served here."));
    assertThatThrownBy(() ->
            sdk.client(Ec2Client.builder(), consumer)
                .createVpc(request -> request.cidrBlock("10.0.0.0/16")))
        .isInstanceOfSatisfying(
            AwsServiceException.class,
            e -> {
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidAction");
              assertThat(e.awsErrorDetails().errorMessage())
                  .isEqualTo("The action CreateVpc is not valid for this web service.");
              assertThat(runtime.trace(e.requestId()).refusal()).isPresent();
            });
  }
}
