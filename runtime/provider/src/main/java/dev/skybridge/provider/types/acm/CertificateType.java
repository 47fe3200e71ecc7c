package dev.skybridge.provider.types.acm;

import dev.skybridge.policy.Arn;
import dev.skybridge.provider.Check;
import dev.skybridge.provider.Context;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ListValue;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.SetValue;
import dev.skybridge.provider.cty.Value;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.acm.Acm;
import dev.skybridge.services.acm.Certificate;
import dev.skybridge.services.acm.KeyAlgorithm;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code aws_acm_certificate}, requested from a private authority. Its times in the state are those
 * of the first issuance; renewals do not show there.
 */
final class CertificateType implements ResourceType {
  private static final String IMPORT =
      "imported certificates are not served; request one from"
          + " the organization's authority (certificate_authority_arn)";

  private static final Rules RULES =
      Rules.builder()
          .honours(
              "domain_name",
              "subject_alternative_names",
              "certificate_authority_arn",
              "key_algorithm")
          .honoursOnly("validation_method", Value.of("NONE"))
          .forceNew(
              "domain_name",
              "subject_alternative_names",
              "certificate_authority_arn",
              "key_algorithm",
              "validation_method",
              "validation_option")
          .computedBlocks("options")
          .exactlyOneOf("domain_name", "private_key")
          .conflicts("certificate_authority_arn", "private_key", "validation_method")
          .oneOf(
              "key_algorithm",
              "RSA_1024",
              "RSA_2048",
              "RSA_3072",
              "RSA_4096",
              "EC_prime256v1",
              "EC_secp384r1",
              "EC_secp521r1")
          .oneOf("validation_method", "DNS", "EMAIL", "NONE", "HTTP")
          .check("domain_name", Check.length(1, 64))
          .refuses("private_key", IMPORT)
          .refuses("certificate_body", IMPORT)
          .refuses("certificate_chain", IMPORT)
          .tags()
          .build();

  private final Acm acm;
  private final Clock clock;

  CertificateType(Acm acm, Clock clock) {
    this.acm = acm;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "aws_acm_certificate";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  /** The domain name is always among the alternative names. */
  @Override
  public ObjectValue plan(Context context, Optional<ObjectValue> prior, ObjectValue planned) {
    Value names = planned.get("subject_alternative_names");
    if (planned.get("domain_name").isUnknown()
        || (!names.isNull() && !names.isUnknown() && !names.isWhollyKnown())) {
      return planned;
    }
    List<String> all = new ArrayList<>(planned.texts("subject_alternative_names"));
    planned.optionalText("domain_name").filter(name -> !all.contains(name)).ifPresent(all::add);
    return planned.withTextSet("subject_alternative_names", all);
  }

  @Override
  public ObjectValue create(Context context, ObjectValue planned) {
    Arn authority = authority(planned);
    acm.checkAuthority(authority);
    String algorithm = planned.nonEmptyText("key_algorithm").orElse("RSA_2048");
    if (algorithm.equals("RSA_1024")) {
      throw new AwsException("ValidationException", 400, "RSA_1024 cannot be requested");
    }
    Arn arn = context.scope().arn("acm", "certificate/" + context.ids().uuid());
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return planned
        .with("id", arn.toString())
        .with("arn", arn.toString())
        .with("key_algorithm", algorithm)
        .with("not_before", now.minus(Acm.BACKDATED).toString())
        .with("not_after", now.plus(Acm.VALIDITY).toString())
        .with("pending_renewal", false)
        .with("renewal_eligibility", "INELIGIBLE")
        .with("renewal_summary", new ListValue(List.of()))
        .with("status", "ISSUED")
        .with("type", "PRIVATE")
        .with("validation_method", "NONE")
        .with("validation_emails", Value.texts(List.of()))
        .with("domain_validation_options", new SetValue(List.of()))
        .withTextSet("subject_alternative_names", names(planned))
        .withBlocks("options", List.of(options(planned)));
  }

  @Override
  public void apply(Context context, ObjectValue state, PrivateData remembered) {
    acm.put(
        new Certificate(
            context.scope(),
            Arn.parse(state.text("arn")),
            names(state),
            KeyAlgorithm.of(state.text("key_algorithm")),
            authority(state)));
  }

  @Override
  public void remove(Context context, ObjectValue state) {
    acm.remove(Arn.parse(state.text("arn")));
  }

  private static ObjectValue options(ObjectValue planned) {
    return planned
        .block("options")
        .orElse(
            new ObjectValue(
                Map.of("certificate_transparency_logging_preference", Value.of("DISABLED"))));
  }

  private static List<String> names(ObjectValue state) {
    List<String> names = new ArrayList<>();
    names.add(state.text("domain_name"));
    state.texts("subject_alternative_names").stream()
        .filter(name -> !name.equals(state.text("domain_name")))
        .forEach(names::add);
    return names;
  }

  private static Arn authority(ObjectValue state) {
    String text =
        state
            .nonEmptyText("certificate_authority_arn")
            .orElseThrow(() ->
                new AwsException(
                    "ValidationException",
                    400,
                    "Publicly trusted certificates are not served: give"
                        + " certificate_authority_arn, the organization's authority"));
    try {
      return Arn.parse(text);
    } catch (IllegalArgumentException e) {
      throw new AwsException("InvalidArnException", 400, "Invalid ARN: " + text);
    }
  }
}
