package dev.skybridge.dynamodb.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;

/** Operations over HTTP, on connections that are kept: as many as there may be callers. */
final class HttpCalls {
  private final URI uri;
  private final Signer signer;

  /** Signs a request. */
  @FunctionalInterface
  interface Signer {
    /** The headers that carry the signature, {@code Authorization} among them. */
    Map<String, String> sign(URI uri, Map<String, String> headers, String body);
  }

  HttpCalls(URI uri, Signer signer) {
    System.setProperty("http.maxConnections", "64");
    this.uri = uri;
    this.signer = signer;
  }

  /** The JSON of an answer, whose status must be 200. */
  String call(String operation, String request) {
    try {
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
      connection.setRequestMethod("POST");
      connection.setDoOutput(true);
      Map<String, String> headers =
          Map.of(
              "Content-Type",
              "application/x-amz-json-1.0",
              "X-Amz-Target",
              "DynamoDB_20120810." + operation);
      headers.forEach(connection::setRequestProperty);
      signer.sign(uri, headers, request).forEach(connection::setRequestProperty);
      connection.getOutputStream().write(request.getBytes(UTF_8));
      int status = connection.getResponseCode();
      try (InputStream stream =
          status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
        String body = new String(stream.readAllBytes(), UTF_8);
        if (status != 200) {
          throw new IllegalStateException(operation + ": " + body);
        }
        return body;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
