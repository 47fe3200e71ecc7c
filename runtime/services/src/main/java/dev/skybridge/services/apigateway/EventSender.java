package dev.skybridge.services.apigateway;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.network.http.Headers;
import dev.skybridge.services.signature.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an event tells of who sent the request, and over which way.
 *
 * @param headers all values of each header by name
 * @param identity the {@code identity} of the request context
 */
record EventSender(Map<String, List<String>> headers, ObjectNode identity) {
  EventSender {
    requireNonNull(headers);
    requireNonNull(identity);
  }

  /** Somebody who came over an interface endpoint; without AWS_IAM nothing is known of a signer. */
  static EventSender of(Call call, Optional<Caller> signer) {
    Optional<String> userAgent = call.request().headers().first("User-Agent");
    ObjectNode identity = JsonNodeFactory.instance.objectNode();
    identity.putNull("cognitoIdentityPoolId");
    identity.putNull("cognitoIdentityId");
    identity.put("vpceId", call.arrival().vpcEndpointId());
    identity.put("principalOrgId", signer.flatMap(EventSender::organization).orElse(null));
    identity.putNull("cognitoAuthenticationType");
    identity.put("userArn", signer.map(caller -> caller.identity().arn()).orElse(null));
    identity.put("userAgent", userAgent.orElse(null));
    identity.put(
        "accountId", signer.map(caller -> caller.identity().account().value()).orElse(null));
    identity.put("caller", signer.map(Caller::userId).orElse(null));
    identity.put("sourceIp", call.request().peer().address().toString());
    identity.put("accessKey", signer.map(Caller::accessKeyId).orElse(null));
    identity.put("vpcId", call.arrival().vpcId());
    identity.putNull("cognitoAuthenticationProvider");
    identity.put("user", signer.map(Caller::userId).orElse(null));
    return new EventSender(EventHeaders.of(call), identity);
  }

  /** The one who tests a method through API Gateway's API; the texts are AWS's. */
  static EventSender ofTest(Call call, Caller caller) {
    Map<String, List<String>> headers = new TreeMap<>();
    for (Headers.Header header : call.request().headers().without("Host").entries()) {
      headers.computeIfAbsent(header.name(), first -> new ArrayList<>()).add(header.value());
    }
    ObjectNode identity = JsonNodeFactory.instance.objectNode();
    identity.putNull("cognitoIdentityPoolId");
    identity.putNull("cognitoIdentityId");
    identity.put("apiKey", "test-invoke-api-key");
    identity.put("principalOrgId", organization(caller).orElse(null));
    identity.putNull("cognitoAuthenticationType");
    identity.put("userArn", caller.identity().arn());
    identity.put("apiKeyId", "test-invoke-api-key-id");
    identity.put("userAgent", call.request().headers().first("User-Agent").orElse(null));
    identity.put("accountId", caller.identity().account().value());
    identity.put("caller", caller.userId());
    identity.put("sourceIp", "test-invoke-source-ip");
    identity.put("accessKey", "test-invoke-access-key");
    identity.putNull("cognitoAuthenticationProvider");
    identity.put("user", caller.userId());
    return new EventSender(headers, identity);
  }

  /** The organization of the signer's account, where it is in one. */
  private static Optional<String> organization(Caller caller) {
    return caller.bound().values("aws:PrincipalOrgID").stream().findFirst();
  }
}
