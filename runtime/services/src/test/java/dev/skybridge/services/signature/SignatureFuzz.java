package dev.skybridge.services.signature;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.skybridge.network.http.Headers;
import dev.skybridge.network.http.HttpRequest;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever request comes, it is what was signed, or it is refused. */
class SignatureFuzz {
  private static final HttpRequest SIGNED =
      AlteredSignatureTest.signed(AlteredSignatureTest.Where.HEADER);
  private static final HttpRequest PRESIGNED =
      AlteredSignatureTest.signed(AlteredSignatureTest.Where.QUERY);

  private final SignatureVerifier verifier = AlteredSignatureTest.verifier();

  static Stream<Arguments> seeds() {
    return Stream.of(SIGNED, PRESIGNED)
        .map(request -> Arguments.of((Object) text(request).getBytes(ISO_8859_1)));
  }

  @MethodSource("seeds")
  @FuzzTest
  @DictionaryEntries({
    "Authorization: AWS4-HMAC-SHA256 Credential=",
    "SignedHeaders=",
    "Signature=",
    "X-Amz-Date",
    "X-Amz-Expires=",
    "X-Amz-Security-Token",
    "X-Amz-Content-Sha256",
    "UNSIGNED-PAYLOAD",
    "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
    "/aws4_request",
    "%2F",
    "%",
    "..",
    "//"
  })
  void everyRequestIsTheSignedOneOrRefused(byte[] data) {
    request(new String(data, ISO_8859_1)).ifPresent(this::check);
  }

  private void check(HttpRequest request) {
    switch (AlteredSignatureTest.check(verifier, request)) {
      case Verification.Signed _ -> {
        HttpRequest original = request.query().contains("X-Amz-") ? PRESIGNED : SIGNED;
        assertThat(request.method()).isEqualTo(original.method());
        assertThat(request.body()).isEqualTo(original.body());
        assertThat(query(request)).containsExactlyInAnyOrderElementsOf(query(original));
        assertThat(text(request)).contains(signature(original));
      }
      case Verification.Refused refused -> assertThat(refused.message()).isNotEmpty();
    }
  }

  /** Its parameters; the signature is over what they say, however they are percent-encoded. */
  private static List<String> query(HttpRequest request) {
    return Stream.of(request.query().split("&", -1))
        .filter(part -> !part.isEmpty())
        .map(part -> URLDecoder.decode(part.replace("+", "%2B"), ISO_8859_1))
        .toList();
  }

  private static String signature(HttpRequest request) {
    return text(request).replaceFirst("(?s).*Signature=([0-9a-f]{64}).*", "$1");
  }

  /** Its request line without version, its headers, an empty line, its body. */
  private static String text(HttpRequest request) {
    StringBuilder text = new StringBuilder(request.method() + " " + request.target() + "\n");
    for (Headers.Header header : request.headers().entries()) {
      text.append(header.name()).append(": ").append(header.value()).append('\n');
    }
    return text.append('\n').append(new String(request.body(), ISO_8859_1)).toString();
  }

  /** The request that a text is; none if no HTTP server would take it. */
  private static Optional<HttpRequest> request(String text) {
    int end = text.indexOf("\n\n");
    String[] lines = (end < 0 ? text : text.substring(0, end)).split("\n", -1);
    String[] first = lines[0].split(" ", 2);
    List<Headers.Header> headers = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      String[] parts = lines[i].split(": ", 2);
      if (parts.length < 2
          || !parts[0].matches("[\\w-]+")
          || parts[1].chars().anyMatch(c -> c == '\r' || c == 0)) {
        return Optional.empty();
      }
      headers.add(new Headers.Header(parts[0], parts[1]));
    }
    if (first.length < 2 || first[1].isEmpty()) {
      return Optional.empty();
    }
    byte[] body = (end < 0 ? "" : text.substring(end + 2)).getBytes(ISO_8859_1);
    return Optional.of(HttpRequest.outgoing(first[0], first[1], new Headers(headers), body));
  }
}
