package dev.skybridge.services.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The parts of an {@code Authorization: AWS4-HMAC-SHA256} header.
 *
 * @param accessKeyId whose key
 * @param date the day of the credential scope, {@code yyyyMMdd}
 * @param region the Region that it is scoped to
 * @param service the service that it is scoped to
 * @param signedHeaders the headers covered, in lower case, in order
 * @param signature 64 hexadecimal digits
 */
record Authorization(
    String accessKeyId,
    String date,
    String region,
    String service,
    List<String> signedHeaders,
    String signature) {
  static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final List<String> PARAMETERS =
      List.of("Credential", "Signature", "SignedHeaders");

  Authorization {
    signedHeaders = List.copyOf(signedHeaders);
  }

  /** Reads the header; what is missing is refused with IncompleteSignatureException. */
  static Authorization parse(String header) {
    int blank = header.indexOf(' ');
    String algorithm = blank < 0 ? header : header.substring(0, blank);
    if (!algorithm.equals(ALGORITHM)) {
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
    String credential = parameters.getOrDefault("Credential", "");
    String[] parts = credential.split("/", -1);
    if (parts.length != 5) {
      throw Failures.incomplete(
          "Credential must have exactly 5 slash-delimited elements, e.g."
              + " keyid/date/region/service/term, got '"
              + credential
              + "'");
    }
    if (!parts[4].equals("aws4_request")) {
      throw Failures.invalid(
          "Credential should be scoped with a valid terminator: 'aws4_request', not '"
              + parts[4]
              + "'.");
    }
    return new Authorization(
        parts[0],
        parts[1],
        parts[2],
        parts[3],
        List.of(parameters.getOrDefault("SignedHeaders", "").toLowerCase(Locale.ROOT).split(";")),
        parameters.getOrDefault("Signature", ""));
  }

  /** The credential scope: day, Region, service. */
  String scope() {
    return date + "/" + region + "/" + service + "/aws4_request";
  }

  private static Map<String, String> parameters(String text, String header) {
    Map<String, String> parameters = new TreeMap<>();
    for (String part : text.split(",", -1)) {
      Optional<String> pair = Optional.of(part.strip()).filter(each -> !each.isEmpty());
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.get().indexOf('=');
      if (equals < 0) {
        throw Failures.incomplete(
            "Invalid key=value pair (missing equal-sign) in Authorization header (hashed with"
                + " SHA-256 and encoded with Base64): '"
                + Hashes.base64(Hashes.sha256(header))
                + "'.");
      }
      parameters.put(pair.get().substring(0, equals), pair.get().substring(equals + 1));
    }
    return parameters;
  }
}
