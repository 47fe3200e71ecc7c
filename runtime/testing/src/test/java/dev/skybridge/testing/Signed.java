package dev.skybridge.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * Somebody's credentials, with which AWS's own signer signs.
 *
 * @param token the session's, or empty for a person's own key
 * @param region e.g. {@code eu-central-1}
 */
record Signed(String accessKey, String secret, String token, String region) {
  /** Far more than an answer takes; dropped packets never get one. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final List<String> SET_BY_THE_CLIENT = List.of("host", "content-length");

  /** What can be wrong with a signature; {@code NONE} is a good one. */
  enum Fault {
    NONE,
    UNSIGNED,
    UNKNOWN_KEY,
    WRONG_SECRET,
    NO_TOKEN,
    OTHER_REGION,
    OTHER_SERVICE,
    EXPIRED,
    ALTERED_BODY
  }

  /**
   * How a request is signed.
   *
   * @param fault what is wrong with it
   * @param age how long ago it was signed; negative for the future
   * @param presigned how long a presigned URL is good, to the second; empty for a signature in the
   *     Authorization header
   */
  record Way(Fault fault, Duration age, Optional<Duration> presigned) {
    static final Way GOOD = of(Fault.NONE);

    static Way of(Fault fault) {
      Duration age = fault == Fault.EXPIRED ? Duration.ofMinutes(20) : Duration.ZERO;
      return new Way(fault, age, Optional.empty());
    }
  }

  /** The headers of a signed request, {@code Host} left out. */
  Map<String, String> headers(
      String service, String method, URI url, Map<String, String> headers, String body) {
    return headers(service, method, url, headers, body, Fault.NONE);
  }

  private Map<String, String> headers(
      String service,
      String method,
      URI url,
      Map<String, String> headers,
      String body,
      Fault fault) {
    if (fault == Fault.UNSIGNED) {
      return headers;
    }
    Map<String, String> all = new TreeMap<>();
    sign(service, method, url, headers, body, Way.of(fault))
        .forEachHeader((name, values) -> {
          if (!SET_BY_THE_CLIENT.contains(name.toLowerCase(Locale.ROOT))) {
            all.put(name, String.join(",", values));
          }
        });
    return all;
  }

  /** The request to an API with its signature. */
  Request sign(Request request, Way way) {
    if (way.fault() == Fault.UNSIGNED) {
      return request;
    }
    Map<String, String> headers = new TreeMap<>();
    request.headers().forEach(header -> headers.put(header.name(), header.value()));
    String body = new String(request.body(), UTF_8);
    SdkHttpRequest signed =
        sign("execute-api", request.method(), request.url(), headers, body, way);
    Request all = Request.of(request.method(), signed.getUri().toString());
    for (var header : signed.headers().entrySet()) {
      if (!header.getKey().equalsIgnoreCase("Content-Length")) {
        all = all.with(header.getKey(), String.join(",", header.getValue()));
      }
    }
    return all.body(way.fault() == Fault.ALTERED_BODY ? body + " " : body);
  }

  private SdkHttpRequest sign(
      String service, String method, URI url, Map<String, String> headers, String body, Way way) {
    Fault fault = way.fault();
    String key = fault == Fault.UNKNOWN_KEY ? "ASIAABCDEFGHIJKLMNOP" : accessKey;
    String signing = fault == Fault.WRONG_SECRET ? "wrong" : secret;
    AwsCredentialsIdentity identity =
        fault == Fault.NO_TOKEN || token.isEmpty()
            ? AwsCredentialsIdentity.create(key, signing)
            : AwsSessionCredentialsIdentity.create(key, signing, token);
    SdkHttpRequest.Builder request =
        SdkHttpRequest.builder().method(SdkHttpMethod.fromValue(method)).uri(url);
    headers.forEach(request::putHeader);
    return AwsV4HttpSigner.create()
        .sign(sign -> {
          sign.identity(identity)
              .request(request.build())
              .payload(ContentStreamProvider.fromUtf8String(body))
              .putProperty(
                  AwsV4HttpSigner.SIGNING_CLOCK,
                  Clock.offset(Clock.systemUTC(), way.age().negated()))
              .putProperty(
                  AwsV4HttpSigner.SERVICE_SIGNING_NAME,
                  fault == Fault.OTHER_SERVICE ? "s3" : service)
              .putProperty(
                  AwsV4HttpSigner.REGION_NAME, fault == Fault.OTHER_REGION ? "us-east-1" : region);
          way.presigned()
              .ifPresent(valid ->
                  sign.putProperty(
                          AwsV4HttpSigner.AUTH_LOCATION, AwsV4HttpSigner.AuthLocation.QUERY_STRING)
                      .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, valid));
        })
        .request();
  }

  /** Calls an operation of a service that speaks AWS JSON. */
  Answer call(String service, URI endpoint, Map<String, String> headers, String body, Fault fault)
      throws IOException, InterruptedException {
    String sent = fault == Fault.ALTERED_BODY ? body + " " : body;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint)
            .timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.ofString(sent, UTF_8));
    headers(service, "POST", endpoint, headers, body, fault).forEach(request::header);
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      List<Request.Header> received = new ArrayList<>();
      answer
          .headers()
          .map()
          .forEach((name, values) ->
              values.forEach(value -> received.add(new Request.Header(name, value))));
      return new Answer(answer.statusCode(), "", received, answer.body());
    }
  }
}
