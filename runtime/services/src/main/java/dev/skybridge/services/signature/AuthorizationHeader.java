package dev.skybridge.services.signature;

import dev.skybridge.network.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads an {@code Authorization: AWS4-HMAC-SHA256} header. */
final class AuthorizationHeader {
  private static final List<String> PARAMETERS =
      List.of("Credential", "Signature", "SignedHeaders");

  private AuthorizationHeader() {}

  static Authorization read(HttpRequest request, String header) {
    int blank = header.indexOf(' ');
    String algorithm = blank < 0 ? header : header.substring(0, blank);
    if (!algorithm.equals(Authorization.ALGORITHM)) {
      throw Failures.incomplete("Unsupported AWS 'algorithm': '" + algorithm + "'");
    }
    Map<String, String> parameters = parameters(header.substring(algorithm.length()), header);
    List<String> missing = new ArrayList<>();
    for (String parameter : PARAMETERS) {
      if (parameters.getOrDefault(parameter, "").isEmpty()) {
        missing.add("Authorization header requires '" + parameter + "' parameter.");
      }
    }
    if (!missing.isEmpty()) {
      throw Failures.incomplete(String.join(" ", missing) + " Authorization=" + algorithm);
    }
    return new Authorization(
        Credential.parse(parameters.getOrDefault("Credential", "")),
        SigningDate.of(request.headers()),
        request.headers().first("X-Amz-Security-Token"),
        Authorization.headerNames(parameters.getOrDefault("SignedHeaders", "")),
        parameters.getOrDefault("Signature", ""),
        Optional.empty());
  }

  private static Map<String, String> parameters(String text, String header) {
    Map<String, String> parameters = new TreeMap<>();
    for (String part : text.split(",", -1)) {
      String pair = part.strip();
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      if (equals < 0) {
        throw Failures.incomplete(
            "Invalid key=value pair (missing equal-sign) in Authorization header (hashed with"
                + " SHA-256 and encoded with Base64): '"
                + Hashes.base64(Hashes.sha256(header))
                + "'.");
      }
      parameters.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return parameters;
  }
}
