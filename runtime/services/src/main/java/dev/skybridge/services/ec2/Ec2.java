package dev.skybridge.services.ec2;

import dev.skybridge.network.Ipv4;
import dev.skybridge.network.Topology;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.ec2.Ec2Record.NetworkAclAssociation;
import dev.skybridge.services.ec2.Ec2Record.Subnet;
import dev.skybridge.services.ec2.Ec2Record.Vpc;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Amazon EC2, as far as it is a network. Records may refer to others that are not there yet; {@link
 * #reconcile} makes the network equal to them.
 *
 * <p>Thread-safe; the instance's monitor guards records, numbers and reservations.
 */
public final class Ec2 {
  private final Consumer<Topology> network;
  private final Map<Key, Ec2Record> records = new LinkedHashMap<>();
  private final Map<String, List<Ec2Record.NetworkInterface>> byOwner = new HashMap<>();
  private final VpcNumbers numbers = new VpcNumbers();
  private final Addresses addresses = new Addresses();

  private record Key(Scope scope, String id) {}

  /**
   * @param network is told the whole topology at each {@link #reconcile}
   */
  public Ec2(Consumer<Topology> network) {
    this.network = network;
  }

  /**
   * Keeps a record in the place of an older one with its id. A VPC that is new gets the lowest free
   * number from 1 on, which is its loopback network 127.n.x.y until it is removed; a process that
   * starts anew numbers them in the order in which they are put.
   *
   * @throws dev.skybridge.services.AwsException VpcLimitExceeded if there are 254 VPCs
   */
  public synchronized void put(Ec2Record entry) {
    if (entry instanceof Vpc vpc) {
      numbers.take(vpc.scope(), vpc.id());
    }
    if (entry instanceof Ec2Record.NetworkInterface owned) {
      addresses.release(owned.card().vpcId(), owned.card().address());
    }
    disown(records.put(new Key(entry.scope(), entry.id()), entry));
    if (entry instanceof Ec2Record.NetworkInterface owned) {
      byOwner.computeIfAbsent(owned.ownerId(), _ -> new ArrayList<>()).add(owned);
    }
  }

  private void disown(@Nullable Ec2Record gone) {
    if (gone instanceof Ec2Record.NetworkInterface owned) {
      byOwner.computeIfPresent(
          owned.ownerId(), (_, cards) -> cards.remove(owned) && cards.isEmpty() ? null : cards);
    }
  }

  /**
   * Forgets a record, and with a VPC its default group and ACL, with a subnet its ACL association;
   * of an unknown one, nothing.
   */
  public synchronized void remove(Scope scope, String id) {
    Ec2Record removed = records.remove(new Key(scope, id));
    disown(removed);
    if (removed instanceof Vpc vpc) {
      numbers.free(scope, id);
      records.remove(new Key(scope, vpc.defaultSecurityGroupId()));
      records.remove(new Key(scope, vpc.defaultNetworkAclId()));
    } else if (removed instanceof Subnet) {
      records.remove(new Key(scope, NetworkAclAssociation.idOf(id)));
    }
  }

  /** Lets a subnet use its VPC's default network ACL again, if it uses this one now. */
  public synchronized void dissociate(Scope scope, String networkAclId, String subnetId) {
    records.remove(
        new Key(scope, NetworkAclAssociation.idOf(subnetId)),
        new NetworkAclAssociation(scope, networkAclId, subnetId));
  }

  public synchronized <R extends Ec2Record> Optional<R> find(
      Class<R> kind, Scope scope, String id) {
    return Optional.ofNullable(records.get(new Key(scope, id)))
        .filter(kind::isInstance)
        .map(kind::cast);
  }

  /** All records of a kind, in every scope, in the order in which they came. */
  public synchronized <R extends Ec2Record> List<R> all(Class<R> kind) {
    return records.values().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** All records of a kind in one scope. */
  public <R extends Ec2Record> List<R> all(Class<R> kind, Scope scope) {
    return all(kind).stream().filter(entry -> entry.scope().equals(scope)).toList();
  }

  /** The names of an interface's security groups by their ids; none if it is not there. */
  public Map<String, String> groups(Scope scope, String interfaceId) {
    NetworkView view = new NetworkView(this, scope);
    Map<String, String> names = new LinkedHashMap<>();
    view.find(Ec2Record.NetworkInterface.class, interfaceId)
        .ifPresent(
            owned -> owned.card().groupIds().forEach(id -> names.put(id, view.groupName(id))));
    return names;
  }

  /**
   * The network interfaces of an instance, load balancer, endpoint or function, in the order in
   * which they came.
   *
   * @param ownerId its id or ARN
   */
  public synchronized List<Ec2Record.NetworkInterface> interfacesOf(String ownerId) {
    return List.copyOf(byOwner.getOrDefault(ownerId, List.of()));
  }

  /** The loopback network of a VPC, 1-254. */
  public synchronized Optional<Integer> number(Scope scope, String vpcId) {
    return numbers.of(scope, vpcId);
  }

  /**
   * Sets the first free address of a subnet aside for an interface that is about to be put. AWS
   * keeps the first four addresses of a subnet and the last for itself.
   *
   * @throws dev.skybridge.services.AwsException if there is no such subnet or no free address
   */
  public synchronized Ipv4 reserve(Scope scope, String subnetId) {
    Subnet subnet = checks().subnet(scope, subnetId);
    return addresses.reserve(subnet, cards());
  }

  /**
   * Sets one address of a subnet aside for an interface that is about to be put.
   *
   * @throws dev.skybridge.services.AwsException if AWS would refuse it: it is in use, reserved, or
   *     outside the subnet
   */
  public synchronized void reserve(Scope scope, String subnetId, Ipv4 address) {
    Subnet subnet = checks().subnet(scope, subnetId);
    addresses.reserve(subnet, address, cards());
  }

  /** Gives back an address that was reserved and is not needed after all. */
  public synchronized void release(String vpcId, Ipv4 address) {
    addresses.release(vpcId, address);
  }

  /** What EC2's API refuses; ask before a record is put or removed. */
  public Ec2Checks checks() {
    return new Ec2Checks(this);
  }

  /** Makes the network equal to the records. */
  public void reconcile() {
    network.accept(topology());
  }

  /** The network as the records describe it now. */
  public synchronized Topology topology() {
    return new TopologyBuilder(this).build();
  }

  private Collection<dev.skybridge.network.NetworkInterface> cards() {
    return all(Ec2Record.NetworkInterface.class).stream()
        .map(Ec2Record.NetworkInterface::card)
        .toList();
  }
}
