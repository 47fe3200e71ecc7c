package dev.skybridge.services.apigateway;

import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.services.signature.Caller;
import java.util.Optional;

/** Whether a request may come in. */
sealed interface Admission {
  /**
   * It may.
   *
   * @param signer who signed it; empty where the method asks for no signature
   */
  record Admitted(Optional<Caller> signer) implements Admission {}

  /** It may not, and this is the answer. */
  record Refused(HttpResponse response) implements Admission {}
}
