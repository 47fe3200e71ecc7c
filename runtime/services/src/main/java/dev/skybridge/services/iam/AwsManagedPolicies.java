package dev.skybridge.services.iam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.skybridge.policy.Arn;
import dev.skybridge.policy.Dialect;
import dev.skybridge.policy.Policy;
import dev.skybridge.policy.Region;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The policies that AWS itself manages, as far as they are kept here: resource files that hold the
 * document, its version and where it was read.
 */
final class AwsManagedPolicies {
  private static final List<String> FILES =
      List.of(
          "AWSLambdaVPCAccessExecutionRole", "AdministratorAccess", "AmazonSSMManagedInstanceCore");

  private final Map<String, ManagedPolicy> byResource =
      FILES.stream()
          .map(AwsManagedPolicies::load)
          .collect(
              Collectors.toUnmodifiableMap(
                  policy -> Arn.parse(policy.arn()).resource(), policy -> policy));

  /** The policy of this ARN, in any partition. */
  Optional<ManagedPolicy> find(String arn) {
    if (!Arn.isArn(arn)) {
      return Optional.empty();
    }
    Arn parsed = Arn.parse(arn);
    boolean ofAws = parsed.service().equals("iam") && parsed.account().equals("aws");
    return ofAws
        ? Optional.ofNullable(byResource.get(parsed.resource())).map(policy -> policy.withArn(arn))
        : Optional.empty();
  }

  /** All that are kept here, as a partition names them. */
  List<ManagedPolicy> all(Region region) {
    return byResource.keySet().stream()
        .sorted()
        .map(resource -> new Arn(region.partition(), "iam", "", "aws", resource).toString())
        .flatMap(arn -> find(arn).stream())
        .toList();
  }

  /** The names of the policies that are kept here. */
  static String names() {
    return String.join(", ", FILES);
  }

  private static ManagedPolicy load(String name) {
    try (InputStream in = AwsManagedPolicies.class.getResourceAsStream(name + ".json")) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name + ".json");
      }
      JsonNode root = new ObjectMapper().readTree(in);
      return new ManagedPolicy(
          root.path("arn").asText(),
          name,
          root.path("id").asText(),
          Optional.of(root.path("description").asText()),
          Optional.of(Instant.parse(root.path("policyCreated").asText())),
          Map.of(),
          List.of(
              new ManagedPolicy.Version(
                  root.path("version").asText(),
                  Policy.parse(root.path("document").toPrettyString(), Dialect.IDENTITY),
                  Optional.of(Instant.parse(root.path("created").asText())))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
