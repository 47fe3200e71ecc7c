package dev.skybridge.services.iam;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.skybridge.policy.Arn;
import dev.skybridge.policy.Policy;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.api.Output;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the answers of IAM's API have in common. */
final class Shapes {
  private Shapes() {}

  /** A document as IAM answers it: URL-encoded by RFC 3986. */
  static String encoded(Policy policy) {
    return URLEncoder.encode(policy.text(), UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  /** The path in an ARN: {@code /} for {@code role/reader}, {@code /app/} for role/app/reader. */
  static String path(String arn) {
    String resource = Arn.parse(arn).resource();
    return resource.substring(resource.indexOf('/'), resource.lastIndexOf('/') + 1);
  }

  /** Puts a date if it is known. */
  static Output.Builder date(Output.Builder builder, String name, Optional<Instant> date) {
    date.ifPresent(known -> builder.put(name, known));
    return builder;
  }

  /** Puts tags if there are some, in order of their keys. */
  static Output.Builder tags(Output.Builder builder, Map<String, String> tags) {
    return tags.isEmpty() ? builder : builder.tags("Tags", new TreeMap<>(tags));
  }

  /** A managed policy at somebody. */
  static Output.Structure attached(String name, String arn) {
    return Output.Structure.builder().put("PolicyName", name).put("PolicyArn", arn).build();
  }

  /** A policy that is part of somebody. */
  static Output.Structure inline(InlinePolicy policy) {
    return Output.Structure.builder()
        .put("PolicyName", policy.name())
        .put("PolicyDocument", encoded(policy.policy()))
        .build();
  }

  static AwsException noSuchEntity(String message) {
    return new AwsException("NoSuchEntity", 404, message);
  }
}
