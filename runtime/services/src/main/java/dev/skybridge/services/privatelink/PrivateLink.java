package dev.skybridge.services.privatelink;

import static java.util.Objects.requireNonNull;

import dev.skybridge.network.Ipv4;
import dev.skybridge.network.fabric.Fabric;
import dev.skybridge.network.fabric.HttpListening;
import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.privatelink.InterfaceEndpoint.Attachment;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * VPC endpoints of all accounts and Regions. An interface endpoint of {@code execute-api} listens
 * at each of its network interfaces; it is no gate of its own but for their security groups, which
 * the network asks, and its policy, which {@code execute-api} asks.
 *
 * <p>Thread-safe; the instance's monitor guards records and listenings.
 */
public final class PrivateLink implements AutoCloseable {
  private final Fabric fabric;
  private final CertificateSource certificates;
  private final FrontDoor executeApi;

  /** By id, which no other account has. */
  private final Map<String, InterfaceEndpoint> interfaces = new LinkedHashMap<>();

  /** By id, which no other account has. */
  private final Map<String, GatewayEndpoint> gateways = new LinkedHashMap<>();

  /** By network interface. */
  private final Map<String, HttpListening> listenings = new HashMap<>();

  private final EndpointDns dns;

  /**
   * @param executeApi answers what comes over endpoints of {@code execute-api}
   */
  public PrivateLink(Fabric fabric, CertificateSource certificates, FrontDoor executeApi) {
    this.fabric = requireNonNull(fabric);
    this.dns = new EndpointDns(fabric);
    this.certificates = requireNonNull(certificates);
    this.executeApi = requireNonNull(executeApi);
  }

  public synchronized void put(InterfaceEndpoint endpoint) {
    interfaces.put(endpoint.id(), endpoint);
  }

  public synchronized void put(GatewayEndpoint endpoint) {
    gateways.put(endpoint.id(), endpoint);
  }

  /** Forgets an endpoint of either kind; of an unknown one, nothing. */
  public synchronized void remove(Scope scope, String id) {
    interfaceEndpoint(scope, id).ifPresent(endpoint -> interfaces.remove(endpoint.id()));
    gatewayEndpoint(scope, id).ifPresent(endpoint -> gateways.remove(endpoint.id()));
  }

  public synchronized Optional<InterfaceEndpoint> interfaceEndpoint(Scope scope, String id) {
    return Optional.ofNullable(interfaces.get(id))
        .filter(endpoint -> endpoint.scope().equals(scope));
  }

  public synchronized Optional<GatewayEndpoint> gatewayEndpoint(Scope scope, String id) {
    return Optional.ofNullable(gateways.get(id)).filter(endpoint -> endpoint.scope().equals(scope));
  }

  /** All interface endpoints, in the order in which they came. */
  public synchronized List<InterfaceEndpoint> interfaceEndpoints() {
    return List.copyOf(interfaces.values());
  }

  /** All gateway endpoints, in the order in which they came. */
  public synchronized List<GatewayEndpoint> gatewayEndpoints() {
    return List.copyOf(gateways.values());
  }

  /** The policy of an endpoint, whoever owns it; empty too where it lets everything pass. */
  public synchronized Optional<AttachedPolicy> policy(String endpointId) {
    return Optional.ofNullable(interfaces.get(endpointId))
        .flatMap(InterfaceEndpoint::policy)
        .or(() -> Optional.ofNullable(gateways.get(endpointId)).flatMap(GatewayEndpoint::policy));
  }

  /**
   * Whether private DNS of an endpoint would take a name that something else in the VPC has:
   * another endpoint's private DNS, or a private hosted zone.
   */
  public boolean isPrivateNameTaken(InterfaceEndpoint endpoint) {
    return fabric
        .resolver(endpoint.vpcId())
        .zoneOf(endpoint.privateName())
        .filter(zone -> !zone.equals(endpoint.id()))
        .isPresent();
  }

  /** The endpoint of {@code execute-api} that answers at this port of a network interface. */
  public synchronized Optional<EndpointFacts> at(String interfaceId, int port) {
    return interfaces.values().stream()
        .filter(endpoint -> port == ExecuteApi.PORT)
        .filter(endpoint -> endpoint.service().equals(ExecuteApi.SERVICE))
        .filter(endpoint ->
            endpoint.attachments().stream()
                .anyMatch(attachment -> attachment.interfaceId().equals(interfaceId)))
        .findFirst()
        .map(this::facts);
  }

  /** The addresses of an interface endpoint, whoever owns it; none if it is not there. */
  public synchronized List<Ipv4> addresses(String endpointId) {
    return Optional.ofNullable(interfaces.get(endpointId)).stream()
        .flatMap(endpoint -> endpoint.attachments().stream())
        .map(Attachment::address)
        .toList();
  }

  /** Makes the names equal to the records, and nothing else. */
  public synchronized void publish() {
    dns.reconcile(interfaces.values());
  }

  /**
   * Makes names and listenings equal to the records. An interface that the network does not know
   * yet is left for the next time.
   */
  public synchronized void reconcile() {
    dns.reconcile(interfaces.values());
    Map<String, InterfaceEndpoint> wanted = new LinkedHashMap<>();
    for (InterfaceEndpoint endpoint : interfaces.values()) {
      if (endpoint.service().equals(ExecuteApi.SERVICE)) {
        for (Attachment attachment : endpoint.attachments()) {
          wanted.put(attachment.interfaceId(), endpoint);
        }
      }
    }
    listenings.entrySet().removeIf(entry -> closed(entry, wanted.keySet()));
    for (Map.Entry<String, InterfaceEndpoint> entry : wanted.entrySet()) {
      boolean known = fabric.topology().networkInterface(entry.getKey()).isPresent();
      if (known && !listenings.containsKey(entry.getKey())) {
        listenings.put(entry.getKey(), listen(entry.getKey(), entry.getValue()));
      }
    }
  }

  private static boolean closed(Map.Entry<String, HttpListening> entry, Set<String> wanted) {
    if (wanted.contains(entry.getKey())) {
      return false;
    }
    entry.getValue().close();
    return true;
  }

  private HttpListening listen(String interfaceId, InterfaceEndpoint endpoint) {
    return fabric.serveHttps(
        interfaceId,
        ExecuteApi.PORT,
        ExecuteApi.tls(endpoint.scope().region(), certificates),
        ExecuteApi.settings(),
        ExecuteApi.handler(executeApi, () -> facts(endpoint)));
  }

  /** The endpoint as it is now; as it was when the listening began, if it is gone meanwhile. */
  private EndpointFacts facts(InterfaceEndpoint begun) {
    InterfaceEndpoint endpoint = interfaceEndpoint(begun.scope(), begun.id()).orElse(begun);
    return new EndpointFacts(
        endpoint.scope().region(), endpoint.id(), endpoint.vpcId(), endpoint.policy());
  }

  /** Ends all listenings; the records stay. */
  @Override
  public synchronized void close() {
    listenings.values().forEach(HttpListening::close);
    listenings.clear();
  }
}
