package dev.skybridge.services.elb;

import dev.skybridge.gate.Trace;
import dev.skybridge.network.http.Headers;
import dev.skybridge.network.http.HttpClient;
import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.network.http.SendFailure;
import dev.skybridge.network.http.Timeouts;
import dev.skybridge.network.tls.TlsClient;
import dev.skybridge.services.elb.ElbRecord.Target;

/**
 * Asks one target whether it is well, as AWS's health checker does.
 *
 * @param client sends from the load balancer's network interface
 */
record HealthProbe(HttpClient client, Target target, HealthCheck check) {
  private static final byte[] NOTHING = {};

  HealthState.Outcome ask() throws InterruptedException {
    int port = check.port().orElse(target.port());
    boolean https = check.protocol() == Protocol.HTTPS;
    String host =
        port == check.protocol().defaultPort()
            ? target.address().toString()
            : target.address() + ":" + port;
    HttpRequest request =
        HttpRequest.outgoing(
            "GET",
            check.path(),
            Headers.of(
                "Host", host,
                "Connection", "close",
                "User-Agent", "ELB-HealthChecker/2.0",
                "Accept-Encoding", "gzip, compressed"),
            NOTHING);
    Trace unseen = new Trace("health check of " + target, 0, System::nanoTime);
    try {
      return new HealthState.Outcome.Answered(
          client
              .send(
                  target.address(),
                  port,
                  https ? TlsClient.unverified("") : TlsClient.NONE,
                  request,
                  Timeouts.each(check.timeout()),
                  unseen)
              .status());
    } catch (SendFailure failure) {
      return switch (failure.kind()) {
        case CONNECT_TIMEOUT, RESPONSE_TIMEOUT -> new HealthState.Outcome.TimedOut();
        case REFUSED, TLS, RESET, MALFORMED, CLOSED -> new HealthState.Outcome.Failed();
      };
    }
  }
}
