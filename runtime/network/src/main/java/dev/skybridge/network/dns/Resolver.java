package dev.skybridge.network.dns;

import static java.util.Objects.requireNonNull;

import dev.skybridge.network.Ipv4;
import dev.skybridge.network.dns.Answer.Entry;
import dev.skybridge.network.dns.Answer.Kind;
import dev.skybridge.network.dns.Answer.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The resolver of one VPC: first its private zones, the most specific one for a name, then the
 * names that AWS gives, those of this VPC and those known everywhere. A private zone hides
 * everything else below its apex, as on AWS, whether it is somebody's hosted zone or the one that
 * AWS itself keeps for the private DNS names of an endpoint. Nothing beyond is asked. Thread-safe.
 */
public final class Resolver {
  /** How long an answer about a name of AWS or an alias may be kept, in seconds. */
  private static final int TTL = 60;

  private static final int MAXIMUM_NAMES = 16;

  private final Names own = new Names();
  private final Names shared;

  /** Guarded by this. */
  private List<Zone> hosted = List.of();

  /** The zones that AWS keeps, by owner; guarded by this. */
  private final Map<String, Zone> managed = new TreeMap<>();

  private volatile List<ZoneIndex> zones = List.of();

  /**
   * @param shared the names of AWS that are known in every VPC
   */
  public Resolver(Names shared) {
    this.shared = requireNonNull(shared);
  }

  /** The names of AWS that only this VPC knows, e.g. those of its instances. */
  public Names names() {
    return own;
  }

  /** Sets the private zones associated with this VPC instead of those it had. */
  public synchronized void zones(List<Zone> associated) {
    hosted = List.copyOf(associated);
    settle();
  }

  /**
   * Sets the zone that AWS keeps in this VPC for {@code owner}, e.g. the private DNS names of an
   * endpoint, instead of the one it had.
   */
  public synchronized void manage(String owner, Zone zone) {
    managed.put(owner, zone);
    settle();
  }

  /** Ends the zone that AWS kept for {@code owner}; without one, nothing happens. */
  public synchronized void release(String owner) {
    managed.remove(owner);
    settle();
  }

  /** The id of the zone with this apex, if the VPC has one. */
  public Optional<String> zoneOf(String apex) {
    String wanted = Names.canonical(apex);
    return zones.stream().filter(zone -> zone.name().equals(wanted)).map(ZoneIndex::id).findFirst();
  }

  /** Whether AWS keeps a zone with this apex here. */
  public synchronized boolean isManaged(String apex) {
    String wanted = Names.canonical(apex);
    return managed.values().stream().anyMatch(zone -> zone.name().equals(wanted));
  }

  private void settle() {
    zones =
        Stream.concat(hosted.stream(), managed.values().stream())
            .sorted(Comparator.comparingInt((Zone zone) -> zone.name().length()).reversed())
            .map(ZoneIndex::new)
            .toList();
  }

  /** The addresses of {@code name}, in order; empty if it has none. */
  public List<Ipv4> addresses(String name) {
    return answer(name, Kind.A).addresses();
  }

  /** Answers one question, following CNAMEs and aliases. */
  public Answer answer(String name, Kind kind) {
    return answer(name, kind, 0);
  }

  /**
   * @param depth how many names led here already
   */
  private Answer answer(String name, Kind kind, int depth) {
    List<Entry> entries = new ArrayList<>();
    List<String> sources = new ArrayList<>();
    String current = Names.canonical(name);
    for (int i = depth; i < MAXIMUM_NAMES; i++) {
      Answer step = step(current, kind, i);
      entries.addAll(step.entries());
      sources.add(step.source());
      Optional<String> next = next(step, kind);
      if (next.isEmpty()) {
        return new Answer(step.status(), entries, step.zone(), String.join(", ", sources));
      }
      current = next.get();
    }
    return new Answer(Status.FAILED, List.of(), "", name + " leads through too many names");
  }

  private static Optional<String> next(Answer step, Kind kind) {
    return kind != Kind.CNAME
            && !step.entries().isEmpty()
            && step.entries().getLast() instanceof Entry.Cname cname
        ? Optional.of(cname.target())
        : Optional.empty();
  }

  private Answer step(String name, Kind kind, int depth) {
    for (ZoneIndex zone : zones) {
      if (zone.holds(name)) {
        return inZone(zone, name, kind, depth);
      }
    }
    Optional<List<Ipv4>> addresses = own.find(name).or(() -> shared.find(name));
    if (addresses.isEmpty()) {
      return new Answer(Status.NO_NAME, List.of(), "", "no zone or AWS name for " + name);
    }
    String source = "AWS name " + name;
    return kind == Kind.A && !addresses.get().isEmpty()
        ? new Answer(Status.FOUND, addressEntries(name, TTL, addresses.get()), "", source)
        : new Answer(Status.NO_DATA, List.of(), "", source);
  }

  private Answer inZone(ZoneIndex zone, String name, Kind kind, int depth) {
    List<Zone.RecordSet> records = zone.find(name);
    if (records.isEmpty()) {
      Status status = zone.exists(name) ? Status.NO_DATA : Status.NO_NAME;
      String text = status == Status.NO_NAME ? ": no record " + name : ": nothing at " + name;
      return new Answer(status, List.of(), zone.name(), zone.id() + text);
    }
    List<Entry> entries = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (Zone.RecordSet found : records) {
      switch (found) {
        case Zone.RecordSet.A a when kind == Kind.A -> {
          entries.addAll(addressEntries(name, a.ttl(), a.addresses()));
          texts.add("A " + a.name());
        }
        case Zone.RecordSet.Alias alias when kind == Kind.A -> {
          List<Ipv4> addresses =
              depth < MAXIMUM_NAMES ? aliased(zone, alias.target(), depth + 1) : List.of();
          entries.addAll(addressEntries(name, TTL, addresses));
          texts.add("alias " + alias.name() + " to " + alias.target());
        }
        case Zone.RecordSet.Txt txt when kind == Kind.TXT -> {
          txt.texts().forEach(text -> entries.add(new Entry.Txt(name, txt.ttl(), text)));
          texts.add("TXT " + txt.name());
        }
        case Zone.RecordSet.Cname cname -> {
          entries.add(new Entry.Cname(name, cname.ttl(), cname.target()));
          texts.add("CNAME " + cname.name() + " to " + cname.target());
        }
        case Zone.RecordSet.A _, Zone.RecordSet.Alias _, Zone.RecordSet.Txt _ -> {}
      }
    }
    String text = texts.isEmpty() ? "nothing of this kind at " + name : String.join(", ", texts);
    Status status = entries.isEmpty() ? Status.NO_DATA : Status.FOUND;
    return new Answer(status, entries, zone.name(), zone.id() + ": " + text);
  }

  /** An alias is for a record of its own zone or for a name of AWS, which no other zone hides. */
  private List<Ipv4> aliased(ZoneIndex zone, String target, int depth) {
    if (!zone.holds(target)) {
      return own.find(target).or(() -> shared.find(target)).orElse(List.of());
    }
    Answer answer = inZone(zone, target, Kind.A, depth);
    Optional<String> next = next(answer, Kind.A);
    return next.isPresent()
        ? answer(next.get(), Kind.A, depth + 1).addresses()
        : answer.addresses();
  }

  private static List<Entry> addressEntries(String name, int ttl, List<Ipv4> addresses) {
    return addresses.stream().<Entry>map(address -> new Entry.A(name, ttl, address)).toList();
  }
}
