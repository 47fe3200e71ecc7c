package dev.skybridge.services.privatelink;

import static java.util.Objects.requireNonNull;

import dev.skybridge.network.Ipv4;
import dev.skybridge.network.dns.Zone;
import dev.skybridge.network.dns.Zone.RecordSet;
import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An interface endpoint: network interfaces behind which a service of AWS answers.
 *
 * @param id e.g. {@code vpce-0a1b2c3d4e5f60718}
 * @param serviceName e.g. {@code com.amazonaws.eu-central-1.execute-api}
 * @param attachments one for each subnet
 * @param dnsLabel the part of its DNS names that follows the id, eight characters
 * @param privateDns whether the VPC's resolver answers the service's own names, and all below them,
 *     with the endpoint's addresses
 * @param policy its policy; without one everything may pass
 */
public record InterfaceEndpoint(
    Scope scope,
    String id,
    String vpcId,
    String serviceName,
    List<Attachment> attachments,
    String dnsLabel,
    boolean privateDns,
    Optional<AttachedPolicy> policy) {
  /** How long an answer may be kept, in seconds. */
  private static final int TTL = 60;

  public InterfaceEndpoint {
    requireNonNull(scope);
    requireNonNull(id);
    requireNonNull(vpcId);
    requireNonNull(serviceName);
    attachments = List.copyOf(attachments);
    requireNonNull(dnsLabel);
    requireNonNull(policy);
  }

  /**
   * The endpoint in one subnet.
   *
   * @param availabilityZone e.g. {@code eu-central-1a}
   * @param interfaceId its network interface
   * @param address the interface's address
   */
  public record Attachment(
      String subnetId, String availabilityZone, String interfaceId, Ipv4 address) {
    public Attachment {
      requireNonNull(subnetId);
      requireNonNull(availabilityZone);
      requireNonNull(interfaceId);
      requireNonNull(address);
    }
  }

  /** The service without the Region's prefix, e.g. {@code execute-api}. */
  public String service() {
    return serviceName.substring(serviceName.lastIndexOf('.') + 1);
  }

  /** The addresses behind each DNS name: the Regional name first, then one for each zone. */
  public Map<String, List<Ipv4>> names() {
    Map<String, List<Ipv4>> names = new LinkedHashMap<>();
    names.put(name(""), attachments.stream().map(Attachment::address).toList());
    for (Attachment attachment : attachments) {
      names.put(name("-" + attachment.availabilityZone()), List.of(attachment.address()));
    }
    return names;
  }

  /** The DNS names of {@link #names}, and with private DNS the service's own, as EC2 lists them. */
  public List<String> dnsNames() {
    List<String> names = new ArrayList<>(names().keySet());
    if (privateDns) {
      names.add(privateName());
      names.add("*." + privateName());
    }
    return names;
  }

  /** The service's own name: {@code execute-api.eu-central-1.amazonaws.com}. */
  public String privateName() {
    return service() + "." + scope.region().name() + "." + scope.region().dnsSuffix();
  }

  /**
   * The zone that AWS keeps for private DNS: the service's own name and everything below it lead to
   * the endpoint, also what the VPC could otherwise reach by such a name.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html">Access
   *     an AWS service using an interface VPC endpoint</a>
   */
  Zone privateZone() {
    List<Ipv4> addresses = attachments.stream().map(Attachment::address).toList();
    return new Zone(
        id,
        privateName(),
        List.of(
            new RecordSet.A(privateName(), TTL, addresses),
            new RecordSet.A("*." + privateName(), TTL, addresses)));
  }

  private String name(String zone) {
    String region = scope.region().name();
    return id
        + "-"
        + dnsLabel
        + zone
        + "."
        + service()
        + "."
        + region
        + ".vpce."
        + scope.region().dnsSuffix();
  }
}
