package dev.skybridge.app.wiring;

import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.policy.Region;
import dev.skybridge.services.dynamodb.Signatures;
import dev.skybridge.services.signature.Caller;
import dev.skybridge.services.signature.SignatureVerifier;

/** DynamoDB asks who signed a request. */
record SignatureWiring(SignatureVerifier verifier) implements Signatures {
  @Override
  public Caller verify(HttpRequest request, Region region, String service) {
    return verifier.verify(request, region, service);
  }
}
