package dev.skybridge.services.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skybridge.gate.Step;
import dev.skybridge.gate.Trace;
import dev.skybridge.network.http.Headers;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.policy.Scope;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The front alone: its backend notes what reaches it. */
class DynamoDbFrontTest {
  private static final String GET = "{'TableName':'orders','Key':{'pk':{'S':'1'}}}";

  private final Recorder backend = new Recorder();
  private TestingDynamoDb dynamoDb;

  @BeforeEach
  void start(@TempDir Path folder) {
    dynamoDb = new TestingDynamoDb(folder, backend);
  }

  @AfterEach
  void stop() {
    dynamoDb.close();
  }

  @Test
  void anAllowedRequestPassesEveryGateInOrder() throws InterruptedException {
    dynamoDb.endpointRights = Optional.of("dynamodb:*");
    Trace trace = TestingDynamoDb.trace();
    HttpResponse answer = dynamoDb.call("GetItem", GET, trace);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(backend.operations).containsExactly("444455556666 GetItem");
    assertThat(trace.steps())
        .extracting(Step::gate)
        .containsExactly("signature", "endpoint policy", "role policy", "dynamodb");
    CRC32 crc = new CRC32();
    crc.update(answer.body());
    assertThat(answer.headers().first("x-amz-crc32")).contains(Long.toString(crc.getValue()));
    assertThat(answer.headers().first("x-amzn-RequestId").orElseThrow()).matches("[A-Z0-9]{52}");
  }

  @Test
  void whatTheRoleMayNotIsRefusedInAwsWords() throws InterruptedException {
    dynamoDb.rights = "dynamodb:PutItem";
    Trace trace = TestingDynamoDb.trace();
    HttpResponse answer = dynamoDb.call("GetItem", GET, trace);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text())
        .isEqualTo(
            "{\"__type\":\"com.amazon.coral.service#AccessDeniedException\",\"Message\":\"User:"
                + " arn:aws:sts::444455556666:assumed-role/post/post is not authorized to perform:"
                + " dynamodb:GetItem on resource:"
                + " arn:aws:dynamodb:eu-central-1:444455556666:table/orders because no"
                + " identity-based policy allows the dynamodb:GetItem action\"}");
    assertThat(trace.refusal().orElseThrow().gate()).isEqualTo("role policy");
    assertThat(backend.operations).isEmpty();
  }

  @Test
  void whatTheEndpointMayNotIsRefusedInAwsWords() throws InterruptedException {
    dynamoDb.endpointRights = Optional.of("dynamodb:PutItem");
    Trace trace = TestingDynamoDb.trace();
    HttpResponse answer = dynamoDb.call("GetItem", GET, trace);

    assertThat(answer.text())
        .contains("because no VPC endpoint policy allows the dynamodb:GetItem action");
    assertThat(trace.refusal().orElseThrow().place()).isEqualTo("vpce-1");
    assertThat(backend.operations).isEmpty();
  }

  @Test
  void aTransactionPassesOnlyWhenEachPartMay() throws InterruptedException {
    dynamoDb.rights = "dynamodb:PutItem";
    String both =
        "{'TransactItems':[{'Put':{'TableName':'orders'}},{'Update':{'TableName':'orders'}}]}";

    assertThat(dynamoDb.call("TransactWriteItems", both).text())
        .contains("not authorized to perform: dynamodb:UpdateItem");
    dynamoDb.rights = "dynamodb:*Item";
    assertThat(dynamoDb.call("TransactWriteItems", both).status()).isEqualTo(200);
  }

  @Test
  void whoIsUnknownOrAsksForTheUnservedGetsNothing() throws InterruptedException {
    Trace trace = TestingDynamoDb.trace();
    HttpResponse unsigned =
        dynamoDb.send(Headers.of("X-Amz-Target", "DynamoDB_20120810.GetItem"), GET, trace);
    assertThat(unsigned.text())
        .isEqualTo(
            "{\"__type\":\"com.amazon.coral.service#MissingAuthenticationTokenException\","
                + "\"message\":\"Request is missing Authentication Token\"}");
    assertThat(trace.refusal().orElseThrow().gate()).isEqualTo("signature");

    assertThat(dynamoDb.call("ExecuteStatement", "{}").text())
        .contains("UnknownOperationException", "ExecuteStatement is not served here");
    assertThat(dynamoDb.call("CreateBackup", "{}").status()).isEqualTo(400);
    assertThat(dynamoDb.call("GetItem", "no json").text()).contains("SerializationException");
    assertThat(backend.operations).isEmpty();
  }

  @Test
  void aBackendThatFailsIsAnInternalError() throws InterruptedException {
    backend.fails = true;
    HttpResponse answer = dynamoDb.call("GetItem", GET);

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.text()).contains("#InternalServerError");
  }

  private static final class Recorder implements Backend {
    final List<String> operations = new ArrayList<>();
    boolean fails;

    @Override
    public void start() {}

    @Override
    public void stop() {}

    @Override
    public Answer call(Scope scope, String operation, byte[] body) throws IOException {
      if (fails) {
        throw new IOException("gone");
      }
      operations.add(scope.account().value() + " " + operation);
      return new Answer(200, "{}".getBytes(UTF_8));
    }

    @Override
    public void close() {}
  }
}
