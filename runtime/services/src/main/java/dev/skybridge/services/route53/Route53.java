package dev.skybridge.services.route53;

import dev.skybridge.network.dns.Zone;
import dev.skybridge.network.dns.Zone.RecordSet;
import dev.skybridge.policy.AccountId;
import dev.skybridge.services.AwsException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Amazon Route 53, its private zones. Records may come before their zone; {@link #reconcile} tells
 * each VPC's resolver what is there.
 *
 * <p>Thread-safe; the instance's monitor guards all.
 */
public final class Route53 {
  private final Resolvers resolvers;
  private final Map<String, HostedZone> zones = new LinkedHashMap<>();
  private final Map<Key, ZoneRecord> records = new LinkedHashMap<>();
  private final Associations associations = new Associations();
  private final Set<String> served = new HashSet<>();

  private record Key(String zoneId, String name, String type) {
    static Key of(ZoneRecord entry) {
      return new Key(entry.zoneId(), entry.name(), entry.type());
    }
  }

  public Route53(Resolvers resolvers) {
    this.resolvers = resolvers;
  }

  public synchronized void put(HostedZone zone) {
    zones.put(zone.id(), zone);
  }

  public synchronized void put(ZoneRecord entry) {
    records.put(Key.of(entry), entry);
  }

  public synchronized void removeZone(String zoneId) {
    zones.remove(zoneId);
  }

  public synchronized void removeRecord(String zoneId, String name, String type) {
    records.remove(new Key(zoneId, ZoneRecord.canonical(name), type));
  }

  public synchronized Optional<HostedZone> zone(String zoneId) {
    return Optional.ofNullable(zones.get(zoneId));
  }

  /** All zones, in the order in which they came. */
  public synchronized List<HostedZone> zones() {
    return List.copyOf(zones.values());
  }

  /** The records of a zone but for NS and SOA, in the order in which they came. */
  public synchronized List<ZoneRecord> records(String zoneId) {
    return records.values().stream().filter(entry -> entry.zoneId().equals(zoneId)).toList();
  }

  /** Associates one more VPC with a zone. */
  public synchronized void associate(ZoneAssociation association) {
    associations.made().add(association);
  }

  /** Ends an association; of an unknown one, nothing. */
  public synchronized void dissociate(ZoneAssociation association) {
    associations.made().remove(association);
  }

  /** Lets the account of a VPC associate it with a zone. */
  public synchronized void authorize(ZoneAssociation association) {
    associations.authorized().add(association);
  }

  /** Ends an authorization; associations made with it stay. */
  public synchronized void withdraw(ZoneAssociation association) {
    associations.authorized().remove(association);
  }

  /** The VPCs of a zone, however they were associated; none if it is not there. */
  public synchronized Set<String> vpcs(String zoneId) {
    return zone(zoneId).map(associations::vpcs).orElse(Set.of());
  }

  /** The VPCs that a zone's account has authorized. */
  synchronized List<String> authorizedVpcs(String zoneId) {
    return associations.authorized().stream()
        .filter(association -> association.zoneId().equals(zoneId))
        .map(ZoneAssociation::vpcId)
        .toList();
  }

  /** Refuses a zone whose name one of its VPCs has already. */
  public synchronized void checkZone(HostedZone wanted, String region) {
    wanted.vpcIds().forEach(vpcId -> checkName(wanted, vpcId, region));
  }

  /** The zone, if the account owns it, or AWS's refusal. */
  public synchronized HostedZone ownZone(String zoneId, AccountId account) {
    return zone(zoneId)
        .filter(found -> found.account().equals(account))
        .orElseThrow(() -> noZone(zoneId));
  }

  /**
   * Refuses an association that is there already, that the zone's account has not authorized, or
   * that would give the VPC two zones of one name; returns the zone.
   *
   * @param vpcOwner the account that the VPC belongs to
   */
  public synchronized HostedZone checkAssociation(
      ZoneAssociation wanted, AccountId vpcOwner, String region) {
    HostedZone zone = zone(wanted.zoneId()).orElseThrow(() -> noZone(wanted.zoneId()));
    associations.check(zone, wanted, vpcOwner);
    checkName(zone, wanted.vpcId(), region);
    return zone;
  }

  private void checkName(HostedZone wanted, String vpcId, String region) {
    for (HostedZone other : zones.values()) {
      if (other.name().equals(wanted.name())
          && !other.id().equals(wanted.id())
          && associations.vpcs(other).contains(vpcId)) {
        throw refusal(
            "ConflictingDomainExists",
            "The VPC %s in region %s has already been associated with the hosted zone %s with the same domain name."
                .formatted(vpcId, region, other.id()));
      }
    }
    if (resolvers.isManaged(vpcId, wanted.name())) {
      throw refusal(
          "ConflictingDomainExists",
          "The VPC %s in region %s has an endpoint whose private DNS names are in %s already."
              .formatted(vpcId, region, wanted.name()));
    }
  }

  /** Refuses a record that is there already, outside of its zone, or against the rules of CNAME. */
  public synchronized void checkRecord(ZoneRecord wanted) {
    HostedZone zone = zone(wanted.zoneId()).orElseThrow(() -> noZone(wanted.zoneId()));
    String name = wanted.name() + ".";
    if (!zone.holds(wanted.name())) {
      throw badChange(
          "RRSet with DNS name %s is not permitted in zone %s.".formatted(name, zone.name()));
    }
    if (records.containsKey(Key.of(wanted))) {
      throw badChange(
          "Tried to create resource record set [name='%s', type='%s'] but it already exists"
              .formatted(name, wanted.type()));
    }
    boolean cname = wanted.type().equals("CNAME");
    if (cname && wanted.name().equals(zone.name())) {
      throw badChange(
          "RRSet of type CNAME with DNS name %s is not permitted at apex in zone %s."
              .formatted(name, zone.name()));
    }
    if (records(zone.id()).stream()
        .anyMatch(other ->
            other.name().equals(wanted.name()) && (cname || other.type().equals("CNAME")))) {
      throw badChange(
          "RRSet of type %s with DNS name %s is not permitted as it conflicts with other records with the same DNS name in zone %s."
              .formatted(wanted.type(), name, zone.name()));
    }
    checkAlias(wanted, zone);
  }

  /** Refuses to delete a zone that has records other than NS and SOA. */
  public synchronized void checkDelete(String zoneId) {
    if (!records(zoneId).isEmpty()) {
      throw refusal(
          "HostedZoneNotEmpty",
          "The specified hosted zone contains non-required resource record sets  and so cannot be deleted.");
    }
  }

  /** Tells every resolver its zones; one whose last zone is gone, that it has none. */
  public synchronized void reconcile() {
    Set<String> vpcIds = new HashSet<>(served);
    zones.values().forEach(zone -> vpcIds.addAll(associations.vpcs(zone)));
    for (String vpcId : vpcIds) {
      List<Zone> own = new ArrayList<>();
      for (HostedZone zone : zones.values()) {
        if (associations.vpcs(zone).contains(vpcId)) {
          own.add(new Zone(zone.id(), zone.name(), recordSets(zone.id())));
        }
      }
      resolvers.zones(vpcId, own);
    }
    served.clear();
    zones.values().forEach(zone -> served.addAll(associations.vpcs(zone)));
  }

  private List<RecordSet> recordSets(String zoneId) {
    return records(zoneId).stream().map(Route53::recordSet).toList();
  }

  private static RecordSet recordSet(ZoneRecord entry) {
    return switch (entry.content()) {
      case ZoneRecord.Content.A a -> new RecordSet.A(entry.name(), a.ttl(), a.addresses());
      case ZoneRecord.Content.Cname cname ->
          new RecordSet.Cname(entry.name(), cname.ttl(), cname.target());
      case ZoneRecord.Content.Txt txt -> new RecordSet.Txt(entry.name(), txt.ttl(), txt.texts());
      case ZoneRecord.Content.Alias alias -> new RecordSet.Alias(entry.name(), alias.target());
    };
  }

  private void checkAlias(ZoneRecord wanted, HostedZone zone) {
    if (!(wanted.content() instanceof ZoneRecord.Content.Alias(String target, _, _))) {
      return;
    }
    String name = ZoneRecord.canonical(target);
    boolean inZone =
        records(zone.id()).stream()
            .anyMatch(other -> other.name().equals(name) && other.type().equals("A"));
    if (!inZone && !resolvers.isName(name)) {
      throw badChange(
          "Tried to create an alias that targets %s., type A in zone %s, but that target was not found"
              .formatted(name, zone.id()));
    }
  }

  private static AwsException noZone(String zoneId) {
    return new AwsException("NoSuchHostedZone", 404, "No hosted zone found with ID: " + zoneId);
  }

  private static AwsException badChange(String text) {
    return refusal("InvalidChangeBatch", "[" + text + "]");
  }

  private static AwsException refusal(String code, String message) {
    return new AwsException(code, 400, message);
  }
}
