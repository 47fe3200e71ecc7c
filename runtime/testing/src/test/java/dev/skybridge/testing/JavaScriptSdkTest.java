package dev.skybridge.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The AWS SDK for JavaScript 3 on the runtime: each service, its paginators and its waiters. */
class JavaScriptSdkTest {
  private static TestingRuntime runtime;
  private static ClientPrograms programs;

  @BeforeAll
  static void start() {
    runtime = TestingRuntime.fromSnapshot();
    programs = new ClientPrograms(runtime);
  }

  @AfterAll
  static void stop() {
    runtime.close();
  }

  @Test
  void theConsumersServicesAnswer() throws Exception {
    assertThat(tour("111122223333", "consumer"))
        .isEqualTo(
            """
            sts arn:aws:iam::111122223333:user/administrator
            sts AccessDenied User: arn:aws:iam::111122223333:user/administrator is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::777788889999:role/none
            ec2 5 running
            ec2 InvalidAction The action CreateVpc is not valid for this web service.
            ec2 InvalidVpcID.NotFound The vpc ID 'vpc-12345678' does not exist
            elbv2 internal application
            elbv2 InvalidAction Could not find operation CreateTargetGroup for version 2015-12-01
            route53 A,NS,SOA
            acm ISSUED true
            kms tea
            kms UnknownOperationException The operation CreateKey is not served here.
            secretsmanager page/a,page/b,page/c
            secretsmanager ResourceNotFoundException Secrets Manager can't find the specified secret.
            """);
  }

  @Test
  void aMicroservicesServicesAnswer() throws Exception {
    assertThat(tour("777788889999", "food"))
        .isEqualTo(
            """
            lambda 3 1 200 true
            lambda ResourceNotFoundException Function not found: arn:aws:lambda:eu-central-1:777788889999:function:tea
            logs 1
            logs ResourceNotFoundException The specified log group does not exist.
            logs UnknownOperationException The operation PutRetentionPolicy is not served here.
            dynamodb a,b,c
            dynamodb ResourceNotFoundException Cannot do operations on a non-existent table
            dynamodb UnknownOperationException The operation ListBackups is not served here
            apigateway AWS_PROXY 500
            apigateway NotFoundException Invalid API identifier specified 777788889999:tea
            apigateway UnknownOperationException The operation POST /restapis is not served here.
            iam true
            iam NoSuchEntityException The role with name tea cannot be found.
            iam InvalidAction Could not find operation CreateUser for version 2010-05-08
            """);
  }

  private static String tour(String account, String name) throws Exception {
    JavaScriptSdk.assumeIsThere();
    ClientPrograms.Run run =
        JavaScriptSdk.run(
            programs.environment(programs.administrator(account)), "tour.mjs", List.of(name));
    assertThat(run.status()).as(run.output()).isZero();
    return run.output();
  }
}
