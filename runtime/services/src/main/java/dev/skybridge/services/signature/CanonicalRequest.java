package dev.skybridge.services.signature;

import dev.skybridge.network.http.HttpRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The canonical form of a request, which is what gets signed.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create
 *     a signed AWS API request</a>
 */
final class CanonicalRequest {
  private static final String UNSIGNED = "UNSIGNED-PAYLOAD";

  private static final Pattern BLANKS = Pattern.compile(" +");

  private CanonicalRequest() {}

  static String of(HttpRequest request, List<String> signedHeaders, ServiceRules rules) {
    return String.join(
        "\n",
        request.method(),
        rules.doubleEscaping() ? normalised(request.path()) : request.path(),
        QueryString.parse(request.query()).canonical(),
        headers(request, signedHeaders),
        String.join(";", signedHeaders),
        payload(request, rules));
  }

  /** Dots resolved, then each part escaped once more, as all services but S3 have it. */
  private static String normalised(String path) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..")) {
        parts.pollLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    String end = path.endsWith("/") && !parts.isEmpty() ? "/" : "";
    return "/" + parts.stream().map(UriEncoding::encode).collect(Collectors.joining("/")) + end;
  }

  private static String headers(HttpRequest request, List<String> signedHeaders) {
    StringBuilder text = new StringBuilder();
    for (String name : signedHeaders) {
      text.append(name)
          .append(':')
          .append(
              request.headers().all(name).stream()
                  .map(CanonicalRequest::trimmed)
                  .collect(Collectors.joining(",")))
          .append('\n');
    }
    return text.toString();
  }

  private static String trimmed(String value) {
    String text = value.strip();
    return text.contains("  ") ? BLANKS.matcher(text).replaceAll(" ") : text;
  }

  private static String payload(HttpRequest request, ServiceRules rules) {
    Optional<String> declared =
        rules.declaredPayload()
            ? request.headers().first("X-Amz-Content-Sha256")
            : Optional.empty();
    String hash = Hashes.hex(Hashes.sha256(request.body()));
    if (declared.isPresent() && !List.of(hash, UNSIGNED).contains(declared.get())) {
      throw Failures.invalid(
          "The provided 'x-amz-content-sha256' header does not match what was computed.");
    }
    return declared.orElse(hash);
  }
}
