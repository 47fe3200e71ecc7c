package dev.skybridge.services.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.skybridge.network.http.Headers;
import dev.skybridge.network.http.HttpRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Signs with the AWS SDK's own signer. */
public record SdkSigner(AwsCredentialsIdentity key, String region, String service, Instant when) {
  /** A request with its signature in the Authorization header. */
  public HttpRequest header(String method, String url, Map<String, String> headers, String body) {
    return sign(method, url, headers, body, SdkSigner::inHeader);
  }

  /** A presigned URL: the signature in its query. */
  public HttpRequest presigned(
      String method, String url, Map<String, String> headers, String body, Duration expires) {
    return sign(
        method,
        url,
        headers,
        body,
        request ->
            request
                .putProperty(
                    AwsV4HttpSigner.AUTH_LOCATION, AwsV4HttpSigner.AuthLocation.QUERY_STRING)
                .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, expires));
  }

  private HttpRequest sign(
      String method,
      String url,
      Map<String, String> headers,
      String body,
      java.util.function.Consumer<SignRequest.Builder<AwsCredentialsIdentity>> location) {
    SdkHttpRequest.Builder request =
        SdkHttpRequest.builder().uri(URI.create(url)).method(SdkHttpMethod.fromValue(method));
    headers.forEach(request::putHeader);
    SdkHttpRequest signed =
        AwsV4HttpSigner.create()
            .sign(r -> {
              r.identity(key)
                  .request(request.build())
                  .payload(ContentStreamProvider.fromUtf8String(body))
                  .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                  .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                  .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(when, ZoneOffset.UTC));
              location.accept(r);
            })
            .request();
    List<Headers.Header> all = new ArrayList<>();
    signed.forEachHeader(
        (name, values) -> values.forEach(value -> all.add(new Headers.Header(name, value))));
    String query = signed.encodedQueryParameters().map(text -> "?" + text).orElse("");
    return HttpRequest.outgoing(
        method, signed.encodedPath() + query, new Headers(all), body.getBytes(UTF_8));
  }

  private static void inHeader(SignRequest.Builder<AwsCredentialsIdentity> request) {
    request.putProperty(AwsV4HttpSigner.AUTH_LOCATION, AwsV4HttpSigner.AuthLocation.HEADER);
  }
}
