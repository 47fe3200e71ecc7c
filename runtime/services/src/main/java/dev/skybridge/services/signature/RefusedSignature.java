package dev.skybridge.services.signature;

/** Carries a refusal from where it is found to the verifier's door; never leaves this package. */
final class RefusedSignature extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Verification.Refused refusal;

  RefusedSignature(Verification.Refused refusal) {
    super(refusal.message(), null, false, false);
    this.refusal = refusal;
  }

  Verification.Refused refusal() {
    return refusal;
  }
}
