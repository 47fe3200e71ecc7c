package dev.skybridge.network.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skybridge.network.http.Headers;
import dev.skybridge.network.http.HttpHandler;
import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.network.http.HttpSettings;
import dev.skybridge.network.http.HttpVersion;
import dev.skybridge.network.http.Peer;
import dev.skybridge.network.http.RefusedRequest;
import dev.skybridge.network.http.SendFailure;
import dev.skybridge.network.http.Timeouts;
import dev.skybridge.network.tls.TlsClient;
import dev.skybridge.network.tls.TlsIdentity;
import dev.skybridge.network.tls.TlsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** TLS and HTTP/2 on a server that any local process reaches. */
class Http2AndTlsTest {
  private final Loops loops = new Loops();
  private final List<HttpRequest> seen = new CopyOnWriteArrayList<>();
  private final List<HttpServer> servers = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    servers.forEach(HttpServer::close);
    loops.close();
  }

  private HttpServer serve(TlsServer tls, HttpSettings settings) {
    HttpServer server =
        new HttpServer(
            loops,
            new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0),
            new LocalAdmission(),
            HttpServer.Mode.tls(tls, settings),
            new Echo(),
            closed -> {});
    servers.add(server);
    return server;
  }

  private final class Echo implements HttpHandler {
    @Override
    public HttpResponse handle(HttpRequest request) {
      seen.add(request);
      Headers headers = Headers.of("X-Mixed-Case", "Yes", "Connection", "keep-alive");
      return new HttpResponse(200, "OK", headers, request.body());
    }

    @Override
    public HttpResponse refused(RefusedRequest refused) {
      return HttpResponse.of(413, "", Headers.NONE, refused.kind().name());
    }
  }

  @Test
  void http2IsSpokenWhereItIsOffered() throws Exception {
    HttpServer server =
        serve(
            Certificates.server(House.IDENTITY),
            HttpSettings.DEFAULT.withHttp2(true).withBody(300_000));
    try (java.net.http.HttpClient client =
        java.net.http.HttpClient.newBuilder().sslContext(trustingAll()).build()) {
      String large = "x".repeat(200_000);
      java.net.http.HttpResponse<String> response =
          client.send(post(server, large), BodyHandlers.ofString());
      assertThat(response.version()).isEqualTo(java.net.http.HttpClient.Version.HTTP_2);
      assertThat(response.body()).isEqualTo(large);
      assertThat(response.headers().map())
          .isEqualTo(
              Map.of(
                  ":status", List.of("200"),
                  "x-mixed-case", List.of("Yes"),
                  "content-length", List.of("200000")));
      HttpRequest request = seen.getFirst();
      assertThat(request.version()).isEqualTo(HttpVersion.HTTP_2);
      assertThat(request.target()).isEqualTo("/a?b=c");
      assertThat(request.headers().first("host"))
          .contains("localhost:" + server.loopback().getPort());
      assertThat(client.send(post(server, "y".repeat(300_001)), BodyHandlers.ofString()).body())
          .isEqualTo("BODY_TOO_LARGE");
    }
  }

  @Test
  void http11IsSpokenWhereHttp2IsNotOffered() throws Exception {
    HttpServer server = serve(Certificates.server(House.IDENTITY), HttpSettings.DEFAULT);
    try (java.net.http.HttpClient client =
        java.net.http.HttpClient.newBuilder().sslContext(trustingAll()).build()) {
      assertThat(client.send(post(server, "tea"), BodyHandlers.ofString()).version())
          .isEqualTo(java.net.http.HttpClient.Version.HTTP_1_1);
    }
  }

  @Test
  void theServersOrderOfSuitesDecidesAndOpensslNamesAreTold() throws Exception {
    HttpServer server =
        serve(
            new TlsServer(
                List.of("TLSv1.2"),
                List.of("ECDHE-ECDSA-AES256-SHA384", "ECDHE-ECDSA-AES128-GCM-SHA256"),
                name -> Optional.of(House.IDENTITY)),
            HttpSettings.DEFAULT);
    try (SSLSocket socket = socket(server, "TLSv1.2", "TLSv1.3")) {
      assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.2");
      assertThat(socket.getSession().getCipherSuite())
          .isEqualTo("TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384");
      request(socket);
    }
    assertThat(seen.getFirst().peer().tls())
        .contains(new Peer.Tls("TLSv1.2", "ECDHE-ECDSA-AES256-SHA384", Optional.empty()));
  }

  @Test
  void anotherProtocolFailsTheHandshake() throws Exception {
    HttpServer server =
        serve(
            new TlsServer(
                List.of("TLSv1.3"), Certificates.SUITES, name -> Optional.of(House.IDENTITY)),
            HttpSettings.DEFAULT);
    assertThatThrownBy(() -> socket(server, "TLSv1.2").close()).isInstanceOf(IOException.class);
    try (SSLSocket socket = socket(server, "TLSv1.3")) {
      assertThat(socket.getSession().getCipherSuite()).isEqualTo("TLS_AES_128_GCM_SHA256");
    }
  }

  @Test
  void theCertificateIsChosenByNameAtEachHandshake() throws Exception {
    TlsIdentity other = Certificates.of("other.example");
    AtomicReference<TlsIdentity> fallback = new AtomicReference<>(House.IDENTITY);
    HttpServer server =
        serve(
            Certificates.server(
                name -> Optional.of(name.equals("other.example") ? other : fallback.get())),
            HttpSettings.DEFAULT);
    assertThat(subject(server, "other.example")).isEqualTo("CN=other.example");
    assertThat(subject(server, "shop.example")).isEqualTo("CN=shop.example");
    fallback.set(other);
    assertThat(subject(server, "shop.example")).isEqualTo("CN=other.example");
  }

  @Test
  void aClientThatTrustsWantsTheNameAndTheRoot() throws Exception {
    try (House house = new House()) {
      house.serve(request -> House.ok("tea"));
      List<X509Certificate> anchors = House.IDENTITY.chain();
      assertThat(send(house, TlsClient.trusting("shop.example", anchors))).isEqualTo("tea");
      assertThatThrownBy(() -> send(house, TlsClient.trusting("wrong.example", anchors)))
          .isInstanceOfSatisfying(
              SendFailure.class,
              failure -> assertThat(failure.kind()).isEqualTo(SendFailure.Kind.TLS));
      List<X509Certificate> strangers = Certificates.of("shop.example").chain();
      assertThatThrownBy(() -> send(house, TlsClient.trusting("shop.example", strangers)))
          .isInstanceOfSatisfying(
              SendFailure.class,
              failure -> assertThat(failure.kind()).isEqualTo(SendFailure.Kind.TLS));
      assertThatThrownBy(() -> send(house, TlsClient.NONE))
          .isInstanceOfSatisfying(
              SendFailure.class,
              failure -> assertThat(failure.kind()).isEqualTo(SendFailure.Kind.RESET));
    }
  }

  private static String send(House house, TlsClient tls) throws Exception {
    return house
        .fabric
        .httpClient(House.CLIENT)
        .send(House.SERVER_ADDRESS, 443, tls, House.get("/"), Timeouts.DEFAULT, House.trace())
        .text();
  }

  private static java.net.http.HttpRequest post(HttpServer server, String body) {
    return java.net.http.HttpRequest.newBuilder(
            URI.create("https://localhost:" + server.loopback().getPort() + "/a?b=c"))
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private static String subject(HttpServer server, String name) throws Exception {
    SSLContext context = trustingAll();
    try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket()) {
      socket.connect(server.loopback());
      var parameters = socket.getSSLParameters();
      parameters.setServerNames(List.of(new javax.net.ssl.SNIHostName(name)));
      socket.setSSLParameters(parameters);
      X509Certificate certificate = (X509Certificate) socket.getSession().getPeerCertificates()[0];
      return certificate.getSubjectX500Principal().getName();
    }
  }

  private static SSLSocket socket(HttpServer server, String... protocols) throws Exception {
    SSLSocket socket = (SSLSocket) trustingAll().getSocketFactory().createSocket();
    socket.setEnabledProtocols(protocols);
    socket.connect(server.loopback());
    socket.setSoTimeout(10_000);
    try {
      socket.startHandshake();
      return socket;
    } catch (SSLException failed) {
      socket.close();
      throw failed;
    }
  }

  private static void request(SSLSocket socket) throws IOException {
    socket
        .getOutputStream()
        .write(
            "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    assertThat(socket.getInputStream().readAllBytes()).isNotEmpty();
  }

  private static SSLContext trustingAll() throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new Anybody()}, null);
    return context;
  }

  /** Trusts anybody, whatever the name. */
  private static final class Anybody extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
