package dev.skybridge.services.signature;

import dev.skybridge.services.signature.Verification.Problem;

/** AWS's sentences for requests whose sender cannot be told. */
final class Failures {
  private Failures() {}

  static RefusedSignature missing() {
    return refused(Problem.MISSING, "Request is missing Authentication Token");
  }

  static RefusedSignature incomplete(String message) {
    return refused(Problem.INCOMPLETE, message);
  }

  static RefusedSignature invalid(String message) {
    return refused(Problem.MISMATCH, message);
  }

  /** The signature is another one: AWS tells which canonical request it came to. */
  static RefusedSignature mismatch(String canonicalRequest, String stringToSign) {
    return new RefusedSignature(
        new Verification.Refused(
            Problem.MISMATCH,
            "The request signature we calculated does not match the signature you provided. Check"
                + " your AWS Secret Access Key and signing method. Consult the service"
                + " documentation for details.",
            "\n\nThe Canonical String for this request should have been\n'"
                + canonicalRequest
                + "'\n\nThe String-to-Sign should have been\n'"
                + stringToSign
                + "'\n"));
  }

  static RefusedSignature unknownKey() {
    return refused(Problem.UNKNOWN_KEY, "The security token included in the request is invalid.");
  }

  static RefusedSignature expired() {
    return refused(Problem.EXPIRED_KEY, "The security token included in the request is expired");
  }

  private static RefusedSignature refused(Problem problem, String message) {
    return new RefusedSignature(new Verification.Refused(problem, message, ""));
  }
}
