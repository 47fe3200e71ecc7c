package dev.skybridge.services.kms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.policy.Dialect;
import dev.skybridge.policy.Policy;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.api.TestingEndpoint;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** KMS as a client sees it. */
class KmsApiTest {
  private static final Scope SCOPE =
      new Scope(TestingEndpoint.ACCOUNT, new Region(TestingEndpoint.REGION));
  private static final String ARN = "arn:aws:kms:eu-central-1:111122223333:key/";
  private static final String OPEN =
      "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"Own\",\"Effect\":\"Allow\","
          + "\"Principal\":{\"AWS\":\"111122223333\"},\"Action\":\"kms:*\",\"Resource\":\"*\"}]}";

  @TempDir private Path folder;
  private TestingEndpoint endpoint;
  private Kms kms;

  @BeforeEach
  void start() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-25T01:00:00Z"));
    kms = new Kms(folder, principal -> endpoint.principalPolicies(principal), now::get);
    endpoint = new TestingEndpoint(now, id -> Optional.empty(), List.of(KmsApi.service(kms)));
    for (String id : List.of("k-1", "k-2", "k-3")) {
      kms.put(
          new Key(
              SCOPE,
              id,
              Policy.parse(OPEN, Dialect.RESOURCE),
              !id.equals("k-3"),
              Optional.of(Duration.ofDays(365)),
              Optional.empty(),
              "for tea"));
    }
    kms.put(new Alias(SCOPE, "alias/tea", "k-1"));
  }

  @Test
  void whatIsNoArnNamesNoKey() throws Exception {
    for (String id : List.of("arn:aws:kms:../..:x:alias/aws/s3", "arn:aws:kms::x:key/..", "..")) {
      assertThat(refused("DescribeKey", "{'KeyId':'" + id + "'}"))
          .as(id)
          .contains("NotFoundException");
    }
  }

  @Test
  void whatIsEncryptedIsDecryptedInItsContextOnly() throws Exception {
    JsonNode sealed =
        call(
            "Encrypt",
            "{'KeyId':'alias/tea','Plaintext':'"
                + base64("green")
                + "','EncryptionContext':{'a':'b'}}");
    assertThat(sealed.path("KeyId").asText()).isEqualTo(ARN + "k-1");
    String blob = "{'CiphertextBlob':'" + sealed.path("CiphertextBlob").asText() + "'";
    JsonNode open = call("Decrypt", blob + ",'EncryptionContext':{'a':'b'}}");
    assertThat(new String(open.path("Plaintext").binaryValue(), UTF_8)).isEqualTo("green");
    assertThat(open.path("EncryptionAlgorithm").asText()).isEqualTo("SYMMETRIC_DEFAULT");

    assertThat(refused("Decrypt", blob + "}")).contains("InvalidCiphertextException");
    assertThat(refused("Decrypt", blob + ",'KeyId':'k-2'}")).contains("IncorrectKeyException");
    assertThat(refused("Decrypt", "{'CiphertextBlob':'AAAA'}"))
        .contains("InvalidCiphertextException");
  }

  @Test
  void aKeyForDataComesInClearAndSealed() throws Exception {
    JsonNode key = call("GenerateDataKey", "{'KeyId':'k-1','KeySpec':'AES_128'}");
    assertThat(key.path("Plaintext").binaryValue()).hasSize(16);
    JsonNode open =
        call("Decrypt", "{'CiphertextBlob':'" + key.path("CiphertextBlob").asText() + "'}");
    assertThat(open.path("Plaintext")).isEqualTo(key.path("Plaintext"));
    assertThat(
            call("GenerateDataKeyWithoutPlaintext", "{'KeyId':'k-1','NumberOfBytes':64}")
                .has("Plaintext"))
        .isFalse();
    assertThat(refused("GenerateDataKey", "{'KeyId':'k-1'}"))
        .contains("Please specify either number of bytes or key spec.");
    assertThat(refused("GenerateDataKey", "{'KeyId':'k-1','NumberOfBytes':1025}"))
        .contains("Member must have value less than or equal to 1024");
  }

  @Test
  void keysAreDescribedAndListed() throws Exception {
    JsonNode metadata = call("DescribeKey", "{'KeyId':'alias/tea'}").path("KeyMetadata");
    assertThat(metadata.path("Arn").asText()).isEqualTo(ARN + "k-1");
    assertThat(metadata.path("Description").asText()).isEqualTo("for tea");
    assertThat(metadata.path("CreationDate").asLong()).isEqualTo(1795568400);
    assertThat(metadata.path("KeyState").asText()).isEqualTo("Enabled");
    assertThat(call("GetKeyPolicy", "{'KeyId':'k-1'}").path("Policy").asText()).contains("\"Own\"");
    assertThat(call("GetKeyRotationStatus", "{'KeyId':'k-1'}").path("RotationPeriodInDays").asInt())
        .isEqualTo(365);

    JsonNode first = call("ListKeys", "{'Limit':2}");
    assertThat(first.path("Keys").findValuesAsText("KeyId")).containsExactly("k-1", "k-2");
    assertThat(first.path("Truncated").asBoolean()).isTrue();
    JsonNode rest = call("ListKeys", "{'Marker':'" + first.path("NextMarker").asText() + "'}");
    assertThat(rest.path("Keys").findValuesAsText("KeyId")).containsExactly("k-3");
    assertThat(call("ListAliases", "{}").path("Aliases").findValuesAsText("AliasName"))
        .containsExactly("alias/tea");
    assertThat(refused("ListKeys", "{'Marker':'x'}")).contains("InvalidMarkerException");
  }

  @Test
  void whoMayNotGetsNothingAndADisabledKeyDoesNothing() throws Exception {
    assertThat(refused("Encrypt", "{'KeyId':'k-3','Plaintext':'AAAA'}"))
        .contains("DisabledException");
    assertThat(refused("Encrypt", "{'KeyId':'k-9','Plaintext':'AAAA'}"))
        .contains("NotFoundException");
    endpoint.rights = "kms:List*";
    HttpResponse denied = send("Encrypt", "{'KeyId':'k-1','Plaintext':'AAAA'}");
    assertThat(denied.text())
        .isEqualTo(
            "{\"__type\":\"AccessDeniedException\",\"message\":\"User:"
                + " arn:aws:iam::111122223333:user/max is not authorized to perform: kms:Encrypt on"
                + " resource: "
                + ARN
                + "k-1 because no identity-based policy allows the kms:Encrypt action\"}");
    assertThat(endpoint.trace(denied).refusal().orElseThrow().gate()).isEqualTo("key policy");
    assertThat(refused("DescribeKey", "{'KeyId':'k-1'}")).contains("kms:DescribeKey");
    assertThat(refused("Sign", "{}")).contains("UnknownOperationException", "Sign");
    assertThat(refused("Encrypt", "{'KeyId':'k-1','Plaintext':'AAAA','DryRun':true}"))
        .contains("The parameter DryRun is not served here.");
  }

  private JsonNode call(String operation, String body)
      throws InterruptedException, JsonProcessingException {
    HttpResponse response = send(operation, body);
    assertThat(response.status()).as(response.text()).isEqualTo(200);
    return new ObjectMapper().readTree(response.text());
  }

  private String refused(String operation, String body) throws InterruptedException {
    HttpResponse response = send(operation, body);
    assertThat(response.status()).as(response.text()).isEqualTo(400);
    return response.text();
  }

  private HttpResponse send(String operation, String body) throws InterruptedException {
    return endpoint.json("kms", "TrentService." + operation, body.replace('\'', '"'));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }
}
