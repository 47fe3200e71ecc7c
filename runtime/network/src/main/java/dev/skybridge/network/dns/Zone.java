package dev.skybridge.network.dns;

import static java.util.Objects.requireNonNull;

import dev.skybridge.network.Ipv4;
import java.util.List;

/**
 * A private hosted zone as one VPC sees it.
 *
 * @param id e.g. {@code Z0123456789ABC}
 * @param name its apex without a dot at the end, e.g. {@code cross-account-microservices.com}
 * @param records its record sets; of several for one name and kind all answer
 */
public record Zone(String id, String name, List<RecordSet> records) {
  /**
   * The name servers of every private zone: reserved names, asked by nobody (Route 53 developer
   * guide, "NS and SOA records").
   */
  public static final List<String> NAME_SERVERS =
      List.of(
          "ns-0.awsdns-00.com",
          "ns-1024.awsdns-00.org",
          "ns-1536.awsdns-00.co.uk",
          "ns-512.awsdns-00.net");

  public Zone {
    requireNonNull(id);
    name = Names.canonical(name);
    records = List.copyOf(records);
  }

  /** A record: a name in the zone, and what it is. */
  public sealed interface RecordSet {
    /** Its whole name without a dot at the end; {@code *.name} stands for all below. */
    String name();

    /**
     * Addresses.
     *
     * @param ttl how long an answer may be kept, in seconds
     */
    record A(String name, int ttl, List<Ipv4> addresses) implements RecordSet {
      public A {
        name = Names.canonical(name);
        addresses = List.copyOf(addresses);
      }
    }

    /**
     * Another name for {@code target}.
     *
     * @param ttl how long an answer may be kept, in seconds
     */
    record Cname(String name, int ttl, String target) implements RecordSet {
      public Cname {
        name = Names.canonical(name);
        target = Names.canonical(target);
      }
    }

    /** Answers A queries with the addresses that {@code target} has, under its own name. */
    record Alias(String name, String target) implements RecordSet {
      public Alias {
        name = Names.canonical(name);
        target = Names.canonical(target);
      }
    }

    /**
     * Text, as certificate validation wants it.
     *
     * @param ttl how long an answer may be kept, in seconds
     */
    record Txt(String name, int ttl, List<String> texts) implements RecordSet {
      public Txt {
        name = Names.canonical(name);
        texts = List.copyOf(texts);
      }
    }
  }
}
