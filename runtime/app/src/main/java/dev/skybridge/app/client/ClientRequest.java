package dev.skybridge.app.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.skybridge.app.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * HTTPS requests of the client instance without curl: through its SOCKS door, trusting its
 * organization's authority.
 */
public final class ClientRequest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Proxy door;
  private final SSLContext trust;

  public ClientRequest(int socksPort, Path certificateAuthority) {
    this.door =
        new Proxy(
            Proxy.Type.SOCKS, new InetSocketAddress(InetAddress.getLoopbackAddress(), socksPort));
    this.trust = trust(certificateAuthority);
  }

  /**
   * What came back.
   *
   * @param traceId the root of X-Amzn-Trace-Id, or empty
   */
  public record Answer(int status, String body, String traceId) {
    /** The body as JSON; a missing node when it is none. */
    public JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        return JSON.missingNode();
      }
    }
  }

  /** What trusts the organization's authority and nobody else. */
  public SSLContext trust() {
    return trust;
  }

  /** Sends and waits; an empty body sends none. */
  public Answer send(String method, String url, String body) {
    try {
      HttpsURLConnection connection =
          (HttpsURLConnection) URI.create(url).toURL().openConnection(door);
      connection.setSSLSocketFactory(trust.getSocketFactory());
      connection.setRequestMethod(method);
      connection.setConnectTimeout((int) PATIENCE.toMillis());
      connection.setReadTimeout((int) PATIENCE.toMillis());
      connection.setRequestProperty("Content-Type", "application/json");
      if (!body.isEmpty()) {
        connection.setDoOutput(true);
        try (var out = connection.getOutputStream()) {
          out.write(body.getBytes(StandardCharsets.UTF_8));
        }
      }
      int status = connection.getResponseCode();
      String traceId = connection.getHeaderField("X-Amzn-Trace-Id");
      return new Answer(status, text(connection, status), root(traceId));
    } catch (IOException e) {
      return new Answer(0, e.toString(), "");
    }
  }

  private static String text(HttpURLConnection connection, int status) throws IOException {
    try (InputStream in =
        status >= 400 ? connection.getErrorStream() : connection.getInputStream()) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String root(@org.jspecify.annotations.Nullable String header) {
    if (header == null) {
      return "";
    }
    for (String part : header.split(";", -1)) {
      if (part.startsWith("Root=")) {
        return part.substring("Root=".length());
      }
    }
    return "";
  }

  private static SSLContext trust(Path certificateAuthority) {
    try (InputStream in = Files.newInputStream(certificateAuthority)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      store.setCertificateEntry(
          "organization", CertificateFactory.getInstance("X.509").generateCertificate(in));
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, factory.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new UserError(
          "certificate authority " + certificateAuthority + ": cannot be read (" + e + ")",
          "Restart the runtime: ./skybridge down, then ./skybridge up.",
          e);
    }
  }
}
