package dev.skybridge.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skybridge.app.control.ControlClient;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Signs requests to an API as a role, with AWS's own signer. */
record RoleSigner(AwsSessionCredentialsIdentity credentials, String region) {
  /**
   * A session of a role.
   *
   * @throws dev.skybridge.app.UserError when it may not be assumed
   */
  static RoleSigner assume(TestingRuntime runtime, String role) {
    JsonNode assumed = runtime.ask(ControlClient.request("assume").put("role", role));
    return new RoleSigner(
        AwsSessionCredentialsIdentity.create(
            assumed.path("accessKeyId").asText(),
            assumed.path("secretAccessKey").asText(),
            assumed.path("sessionToken").asText()),
        assumed.path("region").asText());
  }

  Request sign(Request request) {
    return sign(request, Instant.now());
  }

  Request sign(Request request, Instant when) {
    SdkHttpRequest.Builder bare =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.fromValue(request.method()))
            .uri(request.url());
    request.headers().forEach(header -> bare.putHeader(header.name(), header.value()));
    SignedRequest signed =
        AwsV4HttpSigner.create()
            .sign(sign ->
                sign.identity(credentials)
                    .request(bare.build())
                    .payload(
                        ContentStreamProvider.fromUtf8String(new String(request.body(), UTF_8)))
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "execute-api")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                    .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(when, ZoneOffset.UTC)));
    Request all = Request.of(request.method(), request.url().toString());
    for (var header : signed.request().headers().entrySet()) {
      if (!header.getKey().equalsIgnoreCase("Content-Length")) {
        all = all.with(header.getKey(), String.join(",", header.getValue()));
      }
    }
    return all.body(new String(request.body(), UTF_8));
  }
}
