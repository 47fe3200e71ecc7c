package dev.skybridge.services.api;

import dev.skybridge.gate.Trace;
import dev.skybridge.gate.TraceLog;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Context;
import dev.skybridge.policy.Dialect;
import dev.skybridge.policy.Policy;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.PrincipalPolicies;
import dev.skybridge.services.signature.Caller;
import dev.skybridge.services.signature.KeyLookup;
import dev.skybridge.services.signature.KnownKey;
import dev.skybridge.services.signature.SdkSigner;
import dev.skybridge.services.signature.SignatureVerifier;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** The endpoint with one user, whose requests the AWS SDK's own signer signs. */
public final class TestingEndpoint {
  public static final AccountId ACCOUNT = new AccountId("111122223333");
  public static final String REGION = "eu-central-1";
  public static final Principal.Identity USER =
      Principal.Identity.user("arn:aws:iam::111122223333:user/max", ACCOUNT);
  private static final Caller CALLER =
      new Caller(
          USER,
          "AKIAEXAMPLE",
          "AIDAEXAMPLE",
          List.of(),
          Context.builder().put("aws:PrincipalOrgID", "o-abcdefghij").build());
  private static final AwsCredentialsIdentity KEY =
      AwsCredentialsIdentity.create("AKIAEXAMPLE", "secret");

  public final TraceLog traces = new TraceLog(100);
  private final AtomicReference<Instant> now;

  /** What everybody may do by his own policy: an action pattern, on everything. */
  public String rights = "*";

  private final ApiEndpoint endpoint;

  /** Serves these, and knows the keys of {@code more} besides the user's. */
  public TestingEndpoint(AtomicReference<Instant> now, KeyLookup more, List<ApiService> services) {
    this.now = now;
    KeyLookup keys =
        id ->
            id.equals("AKIAEXAMPLE")
                ? Optional.of(KnownKey.longTerm("secret", CALLER))
                : more.find(id);
    endpoint =
        new ApiEndpoint(
            new SignatureVerifier(keys, now::get),
            this::principalPolicies,
            services,
            List.of(),
            traces,
            now::get);
  }

  /** What everybody may do: {@link #rights}. */
  public PrincipalPolicies principalPolicies(Principal.Identity principal) {
    return PrincipalPolicies.of(
        List.of(
            new AttachedPolicy(
                principal.principalArn(),
                "rights",
                Policy.parse(
                    "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"Rights\",\"Effect\":\"Allow\","
                        + "\"Action\":\""
                        + rights
                        + "\",\"Resource\":\"*\"}]}",
                    Dialect.IDENTITY))));
  }

  /** Sends a form as the user. */
  public HttpResponse query(String service, String form) throws InterruptedException {
    return query(KEY, service, form);
  }

  /** Sends a form with temporary credentials. */
  public HttpResponse query(KnownCredentials key, String service, String form)
      throws InterruptedException {
    return query(
        AwsSessionCredentialsIdentity.create(key.id(), key.secret(), key.token()), service, form);
  }

  private HttpResponse query(AwsCredentialsIdentity key, String service, String form)
      throws InterruptedException {
    return endpoint.handle(
        signer(key, service)
            .header(
                "POST",
                "http://127.0.0.1/",
                Map.of("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"),
                form));
  }

  /** Sends AWS JSON as the user. */
  public HttpResponse json(String service, String target, String body) throws InterruptedException {
    return endpoint.handle(
        signer(KEY, service)
            .header(
                "POST",
                "http://127.0.0.1/",
                Map.of("Content-Type", "application/x-amz-json-1.1", "X-Amz-Target", target),
                body));
  }

  /** Sends a REST request as the user. */
  public HttpResponse rest(
      String service, String method, String path, Map<String, String> headers, String body)
      throws InterruptedException {
    return endpoint.handle(
        signer(KEY, service)
            .header(method, "http://127.0.0.1" + path, new HashMap<>(headers), body));
  }

  /** Sends what it is given. */
  public HttpResponse send(dev.skybridge.network.http.HttpRequest request)
      throws InterruptedException {
    return endpoint.handle(request);
  }

  /** The trace of the call that this answers. */
  public Trace trace(HttpResponse response) {
    return traces.find(response.headers().first("x-amzn-RequestId").orElseThrow()).orElseThrow();
  }

  private SdkSigner signer(AwsCredentialsIdentity key, String service) {
    return new SdkSigner(key, REGION, service, now.get());
  }

  /** Temporary credentials. */
  public record KnownCredentials(String id, String secret, String token) {}
}
