package dev.skybridge.services.route53;

import static java.util.Objects.requireNonNull;

import dev.skybridge.network.Ipv4;
import java.util.List;
import java.util.Locale;

/**
 * A record set of a hosted zone.
 *
 * @param zoneId the zone that holds it
 * @param name its whole name in lower case, without a dot at the end
 */
public record ZoneRecord(String zoneId, String name, Content content) {
  public ZoneRecord {
    requireNonNull(zoneId);
    name = canonical(name);
    requireNonNull(content);
  }

  /** Its type as Route 53 writes it; an alias has the type of what it stands for. */
  public String type() {
    return switch (content) {
      case Content.A _, Content.Alias _ -> "A";
      case Content.Cname _ -> "CNAME";
      case Content.Txt _ -> "TXT";
    };
  }

  /** What a record set says. Times are in seconds. */
  public sealed interface Content {
    /** Addresses. */
    record A(int ttl, List<Ipv4> addresses) implements Content {
      public A {
        addresses = List.copyOf(addresses);
      }
    }

    /** Another name. */
    record Cname(int ttl, String target) implements Content {}

    /** Text. */
    record Txt(int ttl, List<String> texts) implements Content {
      public Txt {
        texts = List.copyOf(texts);
      }
    }

    /**
     * The addresses of a name that AWS gives. Whether the target's health is evaluated changes
     * nothing for a single record: where all are unhealthy, Route 53 answers with all.
     *
     * @param zoneId the zone that the target's name is in
     */
    record Alias(String target, String zoneId, boolean evaluatesHealth) implements Content {}
  }

  static String canonical(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }
}
