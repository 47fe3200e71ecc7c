package dev.skybridge.services.signature;

import dev.skybridge.network.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A request's signature with what it says of itself, from the {@code Authorization} header or, of a
 * presigned URL, from the query.
 *
 * @param credential the access key and what it is scoped to
 * @param date when the request was signed, as it is written: {@code yyyyMMdd'T'HHmmss'Z'}; of a
 *     header, what {@code X-Amz-Date} or else {@code Date} says
 * @param sessionToken the session token that came along
 * @param signedHeaders the headers covered, in order
 * @param signature 64 hexadecimal digits
 * @param presigned of a presigned URL, how long it is good; empty for a header
 */
record Authorization(
    Credential credential,
    SigningDate date,
    Optional<String> sessionToken,
    List<String> signedHeaders,
    String signature,
    Optional<Duration> presigned) {
  static final String ALGORITHM = "AWS4-HMAC-SHA256";

  Authorization {
    signedHeaders = List.copyOf(signedHeaders);
  }

  /** Reads the signature of a request; refuses one that is missing or incomplete. */
  static Authorization of(HttpRequest request) {
    Optional<String> header = request.headers().first("Authorization");
    if (header.isPresent()) {
      return AuthorizationHeader.read(request, header.get());
    }
    QueryString query = QueryString.parse(request.query());
    if (!PresignedQuery.isOne(query)) {
      throw Failures.missing();
    }
    return PresignedQuery.read(query);
  }

  /** The names of the covered headers as the canonical request has them. */
  static List<String> headerNames(String text) {
    return List.of(text.split(";", -1));
  }
}
