package dev.skybridge.network.dns;

import static java.util.Objects.requireNonNull;

import dev.skybridge.network.Ipv4;
import java.util.List;

/**
 * What a resolver says about a name.
 *
 * @param status how the question went
 * @param entries the answer's records: first the CNAMEs that lead on, in order, then the records
 *     asked for
 * @param zone the apex of the zone that has the name, for the SOA of a negative answer; empty for a
 *     name that AWS gives or nobody has
 * @param source where the answer comes from, for people: {@code Z012: alias to internal-x.elb...}
 */
public record Answer(Status status, List<Entry> entries, String zone, String source) {
  public Answer {
    requireNonNull(status);
    entries = List.copyOf(entries);
    requireNonNull(zone);
    requireNonNull(source);
  }

  /** How a question went. */
  public enum Status {
    /** There are records of the kind asked for. */
    FOUND,
    /** The name exists, but has no record of this kind. */
    NO_DATA,
    /** The name does not exist. */
    NO_NAME,
    /** The records lead in a circle, or through more than 16 names. */
    FAILED
  }

  /** A record of the answer. */
  public sealed interface Entry {
    /** An address. */
    record A(String name, int ttl, Ipv4 address) implements Entry {}

    /** The other name to go on with. */
    record Cname(String name, int ttl, String target) implements Entry {}

    /** A text. */
    record Txt(String name, int ttl, String text) implements Entry {}
  }

  /** The kind of record asked for. */
  public enum Kind {
    A,
    CNAME,
    TXT,
    /** Any other kind: names exist, but have no such record. */
    OTHER
  }

  /** The addresses in the answer, in order. */
  public List<Ipv4> addresses() {
    return entries.stream()
        .filter(Entry.A.class::isInstance)
        .map(entry -> ((Entry.A) entry).address())
        .toList();
  }
}
