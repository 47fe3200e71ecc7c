package dev.skybridge.services.acm;

import static java.util.Objects.requireNonNull;

import dev.skybridge.network.tls.TlsIdentity;
import dev.skybridge.policy.Arn;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.PemFiles;
import dev.skybridge.services.api.ApiAnswer;
import dev.skybridge.services.api.ApiCall;
import dev.skybridge.services.api.ApiOperation;
import dev.skybridge.services.api.ApiService;
import dev.skybridge.services.api.Input;
import dev.skybridge.services.api.JsonProtocol;
import dev.skybridge.services.api.Output;
import dev.skybridge.services.api.Page;
import dev.skybridge.services.api.TagSource;
import java.security.cert.X509Certificate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The API of Certificate Manager: what reads certificates. No private key leaves it.
 *
 * @see <a href="https://docs.aws.amazon.com/acm/latest/APIReference/API_Operations.html">Actions of
 *     ACM</a>
 */
public final class AcmApi {
  private static final String ISSUED = "ISSUED";

  /** What is listed where no other key types are asked for (ACM API reference, Filters). */
  private static final List<String> USUAL_KEYS = List.of("RSA_1024", "RSA_2048");

  private final Acm acm;
  private final CertificateUses uses;
  private final TagSource tags;

  private AcmApi(Acm acm, CertificateUses uses, TagSource tags) {
    this.acm = requireNonNull(acm);
    this.uses = requireNonNull(uses);
    this.tags = requireNonNull(tags);
  }

  /**
   * The operations that read certificates.
   *
   * @param uses what uses them
   * @param tags their tags
   */
  public static ApiService service(Acm acm, CertificateUses uses, TagSource tags) {
    AcmApi api = new AcmApi(acm, uses, tags);
    return new ApiService(
        "acm",
        new JsonProtocol("1.1", "CertificateManager", "message"),
        List.of(
            ApiOperation.named("ListCertificates", api::list),
            ApiOperation.named("DescribeCertificate", api::describe),
            ApiOperation.named("GetCertificate", api::get),
            ApiOperation.named("ListTagsForCertificate", api::listTags)));
  }

  private ApiAnswer list(ApiCall call) {
    call.authorize("acm:ListCertificates", "*");
    Input input = call.input();
    Input includes = input.structure("Includes");
    includes.refuse("extendedKeyUsage", "keyUsage", "exportOption", "managedBy");
    input.refuse("SortBy", "SortOrder");
    Set<String> statuses = Set.copyOf(input.texts("CertificateStatuses"));
    List<String> asked = includes.texts("keyTypes");
    List<String> keys = asked.isEmpty() ? USUAL_KEYS : asked;
    Page<Certificate> page =
        Page.of(
            acm.certificates(call.scope()).stream()
                .filter(_ -> statuses.isEmpty() || statuses.contains(ISSUED))
                .filter(certificate -> keys.contains(certificate.algorithm().apiName()))
                .sorted(Comparator.comparing(certificate -> certificate.arn().toString()))
                .toList(),
            certificate -> certificate.arn().toString(),
            input.find("NextToken"),
            input.whole("MaxItems", 1, 1000, 1000),
            () -> input.invalid("The NextToken is not valid."));
    return ApiAnswer.of(
        Output.Structure.builder()
            .putIf("NextToken", page.next())
            .structures("CertificateSummaryList", page.items().stream().map(this::summary).toList())
            .build());
  }

  private Output.Structure summary(Certificate certificate) {
    X509Certificate leaf = identity(certificate).chain().getFirst();
    return Output.Structure.builder()
        .put("CertificateArn", certificate.arn().toString())
        .put("DomainName", certificate.domainName())
        .texts("SubjectAlternativeNameSummaries", certificate.names())
        .put("HasAdditionalSubjectAlternativeNames", false)
        .put("Status", ISSUED)
        .put("Type", "PRIVATE")
        .put("KeyAlgorithm", certificate.algorithm().apiName())
        .texts("KeyUsages", KeyUsages.of(leaf))
        .texts("ExtendedKeyUsages", KeyUsages.extended(leaf))
        .put("InUse", !uses.of(certificate.arn()).isEmpty())
        .put("RenewalEligibility", "INELIGIBLE")
        .put("NotBefore", leaf.getNotBefore().toInstant())
        .put("NotAfter", leaf.getNotAfter().toInstant())
        .build();
  }

  private ApiAnswer describe(ApiCall call) {
    Certificate certificate = authorized(call, "DescribeCertificate");
    X509Certificate leaf = identity(certificate).chain().getFirst();
    return ApiAnswer.of(
        Output.Structure.builder()
            .put(
                "Certificate",
                Output.Structure.builder()
                    .put("CertificateArn", certificate.arn().toString())
                    .put("DomainName", certificate.domainName())
                    .texts("SubjectAlternativeNames", certificate.names())
                    .put("Serial", serial(leaf))
                    .put("Subject", leaf.getSubjectX500Principal().getName())
                    .put("Issuer", leaf.getIssuerX500Principal().getName())
                    .put("Status", ISSUED)
                    .put("NotBefore", leaf.getNotBefore().toInstant())
                    .put("NotAfter", leaf.getNotAfter().toInstant())
                    .put("KeyAlgorithm", certificate.algorithm().apiName())
                    .put("SignatureAlgorithm", leaf.getSigAlgName().toUpperCase(Locale.ROOT))
                    .texts("InUseBy", uses.of(certificate.arn()))
                    .put("Type", "PRIVATE")
                    .structures("KeyUsages", KeyUsages.written(leaf))
                    .structures("ExtendedKeyUsages", KeyUsages.writtenExtended(leaf))
                    .put("CertificateAuthorityArn", certificate.authority().toString())
                    .put("RenewalEligibility", "INELIGIBLE"))
            .build());
  }

  private ApiAnswer get(ApiCall call) {
    List<X509Certificate> chain = identity(authorized(call, "GetCertificate")).chain();
    return ApiAnswer.of(
        Output.Structure.builder()
            .put("Certificate", PemFiles.pem(chain.subList(0, 1)))
            .put("CertificateChain", PemFiles.pem(chain.subList(1, chain.size())))
            .build());
  }

  private ApiAnswer listTags(ApiCall call) {
    Certificate certificate = authorized(call, "ListTagsForCertificate");
    return ApiAnswer.of(
        Output.Structure.builder()
            .tags("Tags", tags.of(call.scope().account(), certificate.arn().toString()))
            .build());
  }

  /** The certificate that a call names, once it may be read. */
  private Certificate authorized(ApiCall call, String operation) {
    Input input = call.input();
    String text = input.text("CertificateArn");
    if (!Arn.isArn(text) || !Arn.parse(text).resource().startsWith("certificate/")) {
      throw new AwsException(
          "InvalidArnException",
          400,
          "The requested Amazon Resource Name (ARN) does not refer to a certificate: " + text);
    }
    Arn arn = Arn.parse(text);
    call.authorize("acm:" + operation, arn, Optional.empty());
    Scope scope = call.scope();
    return acm.certificate(arn)
        .filter(certificate -> certificate.scope().equals(scope))
        .orElseThrow(() ->
            new AwsException(
                "ResourceNotFoundException",
                400,
                "Could not find certificate %s in account %s."
                    .formatted(arn, scope.account().value())));
  }

  private TlsIdentity identity(Certificate certificate) {
    return acm.identity(certificate.arn())
        .orElseThrow(() ->
            new AwsException(
                "ResourceNotFoundException",
                400,
                "Could not find certificate " + certificate.arn()));
  }

  /** Bytes in hexadecimal with colons between them. */
  private static String serial(X509Certificate leaf) {
    return HexFormat.ofDelimiter(":").formatHex(leaf.getSerialNumber().toByteArray());
  }
}
