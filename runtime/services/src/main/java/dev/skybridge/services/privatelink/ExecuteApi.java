package dev.skybridge.services.privatelink;

import dev.skybridge.network.http.HttpHandler;
import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.network.http.HttpSettings;
import dev.skybridge.network.http.RefusedRequest;
import dev.skybridge.network.tls.TlsServer;
import dev.skybridge.policy.Region;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** How {@code execute-api} listens behind an endpoint's network interface. */
final class ExecuteApi {
  static final String SERVICE = "execute-api";
  static final int PORT = 443;

  /** Private APIs speak TLS 1.2 only. */
  private static final List<String> PROTOCOLS = List.of("TLSv1.2");

  /**
   * The security policy TLS_1_2 without the suites that exchange keys by RSA alone.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies-list.html">Supported
   *     security policies</a>
   */
  private static final List<String> SUITES =
      List.of(
          "ECDHE-ECDSA-AES128-GCM-SHA256",
          "ECDHE-RSA-AES128-GCM-SHA256",
          "ECDHE-ECDSA-AES128-SHA256",
          "ECDHE-RSA-AES128-SHA256",
          "ECDHE-ECDSA-AES256-GCM-SHA384",
          "ECDHE-RSA-AES256-GCM-SHA384",
          "ECDHE-ECDSA-AES256-SHA384",
          "ECDHE-RSA-AES256-SHA384");

  /**
   * 10,240 bytes of request line and of headers, bodies of 10 MB, 310 s of silence.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html">Quotas
   *     for configuring and running a REST API</a>
   */
  private static final HttpSettings SETTINGS =
      new HttpSettings(10_240, 10_240, 10_240, 10 << 20, Duration.ofSeconds(310), false);

  private ExecuteApi() {}

  static HttpSettings settings() {
    return SETTINGS;
  }

  /** One certificate, whatever name is asked for: so it was captured, custom domains included. */
  static TlsServer tls(Region region, CertificateSource certificates) {
    String name = "*." + SERVICE + "." + region.name() + "." + region.dnsSuffix();
    return new TlsServer(
        PROTOCOLS, SUITES, serverName -> Optional.of(certificates.certificate(region, name)));
  }

  /**
   * Hands requests to the front door.
   *
   * @param endpoint the endpoint as it is now: a changed policy counts from the next request on
   */
  static HttpHandler handler(FrontDoor door, Supplier<EndpointFacts> endpoint) {
    return new HttpHandler() {
      @Override
      public HttpResponse handle(HttpRequest request) throws InterruptedException {
        return door.handle(endpoint.get(), request);
      }

      @Override
      public HttpResponse refused(RefusedRequest refused) {
        return door.refused(endpoint.get(), refused);
      }
    };
  }
}
