package dev.skybridge.services.acm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.policy.Arn;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.PemFiles;
import dev.skybridge.services.acmpca.OrganizationAuthority;
import dev.skybridge.services.api.TagSource.TaggedResource;
import dev.skybridge.services.api.TestingEndpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificate Manager as a client sees it. */
class AcmApiTest {
  private static final Region REGION = new Region(TestingEndpoint.REGION);
  private static final Scope SCOPE = new Scope(TestingEndpoint.ACCOUNT, REGION);
  private static final Arn AUTHORITY = OrganizationAuthority.arn(REGION);
  private static final Arn SHOP = arn("7d4f3c52-9d0c-4b8e-8f3a-0c3f5f3f9a11");
  private static final Arn TILL = arn("7d4f3c52-9d0c-4b8e-8f3a-0c3f5f3f9a22");
  private static final Instant NOW = Instant.parse("2026-11-25T01:00:00Z");

  @TempDir private Path folder;
  private TestingEndpoint endpoint;

  @BeforeEach
  void start() {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    OrganizationAuthority authority = new OrganizationAuthority(folder.resolve("authority"), clock);
    Acm acm = new Acm(folder.resolve("certificates"), new TestingAuthority(authority), clock);
    acm.put(
        new Certificate(
            SCOPE,
            SHOP,
            List.of("shop.example", "*.shop.example"),
            KeyAlgorithm.RSA_2048,
            AUTHORITY));
    acm.put(
        new Certificate(
            SCOPE, TILL, List.of("till.example"), KeyAlgorithm.EC_PRIME256V1, AUTHORITY));
    TreeMap<String, String> tags = new TreeMap<>();
    tags.put("Name", "shop");
    endpoint =
        new TestingEndpoint(
            new AtomicReference<>(NOW),
            _ -> Optional.empty(),
            List.of(
                AcmApi.service(
                    acm,
                    arn -> arn.equals(SHOP) ? List.of("arn:balancer") : List.of(),
                    _ -> List.of(new TaggedResource(REGION, SHOP.toString(), "", tags)))));
  }

  @Test
  void certificatesAreListedByTheirKeyTypes() throws Exception {
    JsonNode usual = call("ListCertificates", "{}").path("CertificateSummaryList");
    assertThat(usual).hasSize(1);
    assertThat(usual.get(0).path("DomainName").asText()).isEqualTo("shop.example");
    assertThat(usual.get(0).path("InUse").asBoolean()).isTrue();
    JsonNode page =
        call(
            "ListCertificates",
            "{'MaxItems':1,'Includes':{'keyTypes':['RSA_2048','EC_prime256v1']}}");
    assertThat(page.path("CertificateSummaryList")).hasSize(1);
    JsonNode rest =
        call(
            "ListCertificates",
            "{'MaxItems':1,'Includes':{'keyTypes':['RSA_2048','EC_prime256v1']},'NextToken':'"
                + page.path("NextToken").asText()
                + "'}");
    assertThat(rest.path("CertificateSummaryList").get(0).path("KeyAlgorithm").asText())
        .isEqualTo("EC_prime256v1");
    assertThat(rest.has("NextToken")).isFalse();
  }

  @Test
  void aCertificateIsDescribedAsItIs() throws Exception {
    JsonNode shop = call("DescribeCertificate", of(SHOP)).path("Certificate");
    assertThat(shop.path("SubjectAlternativeNames").toString())
        .isEqualTo("[\"shop.example\",\"*.shop.example\"]");
    assertThat(shop.path("Subject").asText()).isEqualTo("CN=shop.example");
    assertThat(shop.path("NotBefore").asDouble())
        .isEqualTo((double) NOW.minus(Acm.BACKDATED).getEpochSecond());
    assertThat(shop.path("InUseBy").toString()).isEqualTo("[\"arn:balancer\"]");
    assertThat(shop.path("CertificateAuthorityArn").asText()).isEqualTo(AUTHORITY.toString());
    assertThat(shop.has("CreatedAt")).isFalse();
    assertThat(call("ListTagsForCertificate", of(SHOP)).toString())
        .isEqualTo("{\"Tags\":[{\"Key\":\"Name\",\"Value\":\"shop\"}]}");
  }

  @Test
  void itsChainIsGivenAndNeverItsKey() throws Exception {
    JsonNode pem = call("GetCertificate", of(SHOP));
    List<X509Certificate> leaf = PemFiles.certificates(pem.path("Certificate").asText());
    List<X509Certificate> chain = PemFiles.certificates(pem.path("CertificateChain").asText());
    leaf.getFirst().verify(chain.getFirst().getPublicKey());
    assertThat(pem.toString()).doesNotContain("PRIVATE");
  }

  @Test
  void whatIsNotThereOrNotAllowedIsRefused() throws Exception {
    assertThat(refused("DescribeCertificate", of(arn("none"))))
        .contains("ResourceNotFoundException", "Could not find certificate " + arn("none"));
    assertThat(refused("DescribeCertificate", "{'CertificateArn':'tea'}"))
        .contains("InvalidArnException");
    assertThat(refused("ExportCertificate", of(SHOP)))
        .contains("The operation ExportCertificate is not served here.");
    endpoint.rights = "acm:List*";
    assertThat(refused("GetCertificate", of(SHOP)))
        .contains("AccessDeniedException", "acm:GetCertificate", SHOP.toString());
  }

  private JsonNode call(String operation, String body) throws Exception {
    HttpResponse response = send(operation, body);
    assertThat(response.status()).as(json(response).toString()).isEqualTo(200);
    return json(response);
  }

  private String refused(String operation, String body) throws Exception {
    HttpResponse response = send(operation, body);
    assertThat(response.status()).isEqualTo(400);
    return json(response).toString();
  }

  private HttpResponse send(String operation, String body) throws Exception {
    return endpoint.json("acm", "CertificateManager." + operation, body.replace('\'', '"'));
  }

  private static JsonNode json(HttpResponse response) throws IOException {
    return new ObjectMapper().readTree(response.body());
  }

  private static String of(Arn arn) {
    return "{'CertificateArn':'" + arn + "'}";
  }

  private static Arn arn(String id) {
    return SCOPE.arn("acm", "certificate/" + id);
  }
}
