package dev.skybridge.network;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * All VPCs and what is in them, at one moment; immutable. A reference to something that is not
 * there is tolerated (the gates refuse and say so), for resources come and go one by one.
 */
public final class Topology {
  /** Nothing at all. */
  public static final Topology EMPTY =
      new Topology(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  private final Map<String, Vpc> vpcs;
  private final Map<String, Subnet> subnets;
  private final Map<String, SecurityGroup> groups;
  private final Map<String, NetworkInterface> interfaces;
  private final Map<String, PrefixList> prefixLists;
  private final Map<String, RouteTable> tablesBySubnet = new HashMap<>();
  private final Map<String, RouteTable> mainTables = new HashMap<>();
  private final Map<String, NetworkAcl> aclsBySubnet = new HashMap<>();
  private final Map<String, NetworkAcl> mainAcls = new HashMap<>();
  private final Map<Ipv4, NetworkInterface> byLoopback = new HashMap<>();

  /**
   * @throws IllegalArgumentException if two of a kind have one id, two VPCs one number, or two
   *     interfaces one loopback address (the same last two octets in one VPC)
   */
  public Topology(
      Collection<Vpc> vpcs,
      Collection<Subnet> subnets,
      Collection<RouteTable> routeTables,
      Collection<SecurityGroup> groups,
      Collection<NetworkInterface> interfaces,
      Collection<PrefixList> prefixLists,
      Collection<NetworkAcl> networkAcls) {
    this.vpcs = byKey(vpcs, Vpc::id);
    this.subnets = byKey(subnets, Subnet::id);
    byKey(routeTables, RouteTable::id);
    for (RouteTable table : routeTables) {
      table.subnetIds().forEach(subnet -> tablesBySubnet.putIfAbsent(subnet, table));
      if (table.main()) {
        mainTables.putIfAbsent(table.vpcId(), table);
      }
    }
    byKey(networkAcls, NetworkAcl::id);
    for (NetworkAcl acl : networkAcls) {
      acl.subnetIds().forEach(subnet -> aclsBySubnet.putIfAbsent(subnet, acl));
      if (acl.main()) {
        mainAcls.putIfAbsent(acl.vpcId(), acl);
      }
    }
    this.groups = byKey(groups, SecurityGroup::id);
    this.interfaces = byKey(interfaces, NetworkInterface::id);
    this.prefixLists = byKey(prefixLists, PrefixList::id);
    byKey(vpcs, Vpc::number);
    for (NetworkInterface card : interfaces) {
      loopback(card).ifPresent(address -> claim(address, card));
    }
  }

  /** A topology without network ACLs: nothing is filtered between subnets. */
  public Topology(
      Collection<Vpc> vpcs,
      Collection<Subnet> subnets,
      Collection<RouteTable> routeTables,
      Collection<SecurityGroup> groups,
      Collection<NetworkInterface> interfaces,
      Collection<PrefixList> prefixLists) {
    this(vpcs, subnets, routeTables, groups, interfaces, prefixLists, List.of());
  }

  public Optional<Vpc> vpc(String id) {
    return Optional.ofNullable(vpcs.get(id));
  }

  public Collection<Vpc> vpcs() {
    return vpcs.values();
  }

  public Optional<Subnet> subnet(String id) {
    return Optional.ofNullable(subnets.get(id));
  }

  public Optional<SecurityGroup> group(String id) {
    return Optional.ofNullable(groups.get(id));
  }

  public Optional<PrefixList> prefixList(String id) {
    return Optional.ofNullable(prefixLists.get(id));
  }

  public Optional<NetworkInterface> networkInterface(String id) {
    return Optional.ofNullable(interfaces.get(id));
  }

  public Collection<NetworkInterface> networkInterfaces() {
    return interfaces.values();
  }

  /** The interface that has {@code address} in the VPC {@code vpcId}. */
  public Optional<NetworkInterface> at(String vpcId, Ipv4 address) {
    return vpc(vpcId)
        .map(vpc -> byLoopback.get(loopback(vpc, address)))
        .filter(card -> card.address().equals(address));
  }

  /** The route table of a subnet: its own, or else the VPC's main table. */
  public Optional<RouteTable> routeTable(Subnet subnet) {
    RouteTable own = tablesBySubnet.get(subnet.id());
    return Optional.ofNullable(own == null ? mainTables.get(subnet.vpcId()) : own);
  }

  /** The network ACL of a subnet: its own, or else the VPC's default one. */
  public Optional<NetworkAcl> networkAcl(Subnet subnet) {
    NetworkAcl own = aclsBySubnet.get(subnet.id());
    return Optional.ofNullable(own == null ? mainAcls.get(subnet.vpcId()) : own);
  }

  /** The loopback address behind an interface, 127.number.x.y; empty if its VPC is not there. */
  public Optional<Ipv4> loopback(NetworkInterface card) {
    return vpc(card.vpcId()).map(vpc -> loopback(vpc, card.address()));
  }

  /** The loopback address behind an address of {@code vpc}. */
  public static Ipv4 loopback(Vpc vpc, Ipv4 address) {
    return Ipv4.of(127, vpc.number(), address.octet(2), address.octet(3));
  }

  private void claim(Ipv4 address, NetworkInterface card) {
    NetworkInterface other = byLoopback.put(address, card);
    if (other != null) {
      throw new IllegalArgumentException(
          "interfaces: %s and %s both need the loopback address %s"
              .formatted(other.id(), card.id(), address));
    }
  }

  private static <K, V> Map<K, V> byKey(Collection<V> values, Function<V, K> key) {
    Map<K, V> map = HashMap.newHashMap(values.size());
    for (V value : values) {
      V other = map.put(key.apply(value), Objects.requireNonNull(value));
      if (other != null) {
        throw new IllegalArgumentException("twice: " + other + " and " + value);
      }
    }
    return Map.copyOf(map);
  }
}
