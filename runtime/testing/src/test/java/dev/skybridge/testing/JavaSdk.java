package dev.skybridge.testing;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.ResolveIdentityRequest;
import software.amazon.awssdk.regions.Region;

/** Clients of the AWS SDK for Java 2 on a runtime; they share one HTTP client. */
final class JavaSdk implements AutoCloseable {
  private final SdkHttpClient http = UrlConnectionHttpClient.create();
  private final URI endpoint;

  JavaSdk(String endpoint) {
    this.endpoint = URI.create(endpoint);
  }

  /** The client that a builder makes, as somebody. */
  <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
      B builder, AwsCredentialsIdentity credentials) {
    return builder
        .httpClient(http)
        .endpointOverride(endpoint)
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(new Fixed(credentials))
        .build();
  }

  @Override
  public void close() {
    http.close();
  }

  private record Fixed(AwsCredentialsIdentity credentials)
      implements IdentityProvider<AwsCredentialsIdentity> {
    @Override
    public Class<AwsCredentialsIdentity> identityType() {
      return AwsCredentialsIdentity.class;
    }

    @Override
    public CompletableFuture<? extends AwsCredentialsIdentity> resolveIdentity(
        ResolveIdentityRequest request) {
      return CompletableFuture.completedFuture(credentials);
    }
  }
}
