package dev.skybridge.services.apigateway;

import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.services.signature.Verification;
import java.util.Base64;
import java.util.Optional;

/** What API Gateway answers where a signature is missing or no good: always with status 403. */
final class Signatures {
  private static final String ALGORITHM = "AWS4-HMAC-SHA256";

  private Signatures() {}

  /**
   * AWS takes any Authorization header for a signature, and finds it malformed; empty where the
   * header is missing or begins as a signature does.
   */
  static Optional<HttpResponse> foreign(Call call) {
    Optional<String> header = call.request().headers().first("Authorization");
    return header
        .filter(value -> !value.startsWith(ALGORITHM))
        .map(value ->
            answer(
                call,
                "IncompleteSignatureException",
                "Invalid key=value pair (missing equal-sign) in Authorization header (hashed with"
                    + " SHA-256 and encoded with Base64): '"
                    + Base64.getEncoder().encodeToString(Tokens.sha256(value))
                    + "'."));
  }

  /** The answer for what is wrong with a signature. */
  static HttpResponse answer(Call call, Verification.Refused refused) {
    return refused.problem() == Verification.Problem.MISSING
        ? Responses.of(Answer.MISSING_AUTHENTICATION_TOKEN, call.id(), call.time())
        : answer(call, refused.problem().jsonCode(), refused.answer());
  }

  private static HttpResponse answer(Call call, String errorType, String message) {
    return Responses.error(
        403, "Forbidden", errorType, Json.object("message", message), call.id(), call.time());
  }
}
