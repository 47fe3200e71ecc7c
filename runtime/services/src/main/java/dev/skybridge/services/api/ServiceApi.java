package dev.skybridge.services.api;

import dev.skybridge.gate.Trace;
import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.policy.Region;

/** Answers all requests to one service: those of an {@link ApiService}, or a front of its own. */
public interface ServiceApi {
  /** The name in the credential scope. */
  String signingName();

  /** Whether a request that is not signed looks like one to this service. */
  boolean isMeant(HttpRequest request);

  /**
   * Verifies, authorises and answers a request.
   *
   * @param region the Region that it is scoped to
   * @param requestId the id for an answer that has none of its own
   * @param trace where each gate is noted
   */
  HttpResponse handle(HttpRequest request, Region region, String requestId, Trace trace)
      throws InterruptedException;
}
