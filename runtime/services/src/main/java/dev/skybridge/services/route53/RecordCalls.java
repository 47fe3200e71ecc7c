package dev.skybridge.services.route53;

import static java.util.Objects.requireNonNull;

import dev.skybridge.network.dns.Zone;
import dev.skybridge.services.api.ApiAnswer;
import dev.skybridge.services.api.ApiCall;
import dev.skybridge.services.api.Input;
import dev.skybridge.services.api.Output;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Lists the record sets of a zone, ordered by their names' labels from the last to the first, then
 * by type.
 */
final class RecordCalls {
  /** NS and SOA, which every zone has. */
  private static final int OWN = 2;

  /** As resolvers answer it, too. */
  private static final String AUTHORITY =
      "ns-1536.awsdns-00.co.uk. awsdns-hostmaster.amazon.com. 1 7200 900 1209600 86400";

  /** Route 53 API reference, ListResourceRecordSets, MaxItems. */
  private static final int PAGE = 300;

  /** A record set, the zone's own two included. */
  private record Line(String name, String type, Output.Structure written) {
    String order() {
      return ZoneText.order(name) + " " + type;
    }
  }

  private final Route53 route53;

  RecordCalls(Route53 route53) {
    this.route53 = requireNonNull(route53);
  }

  static int count(Route53 route53, HostedZone zone) {
    return route53.records(zone.id()).size() + OWN;
  }

  ApiAnswer list(ApiCall call) {
    Input input = call.input();
    HostedZone zone =
        ZoneCalls.authorized(call, route53, "ListResourceRecordSets", input.text("Id"));
    Optional<String> name = input.find("name").map(RecordCalls::plain);
    Optional<String> type = input.find("type");
    if (type.isPresent() && name.isEmpty()) {
      throw input.invalid("The type parameter needs the name parameter.");
    }
    String from = name.map(text -> ZoneText.order(text) + " " + type.orElse("")).orElse("");
    Slice<Line> slice =
        Slice.of(input, lines(zone), line -> line.order().compareTo(from) < 0, PAGE);
    return ApiAnswer.of(
        Output.Structure.builder()
            .put(
                "ResourceRecordSets",
                new Output.Items(
                    "ResourceRecordSet",
                    slice.items().stream().<Output>map(Line::written).toList()))
            .put("IsTruncated", slice.next().isPresent())
            .putIf("NextRecordName", slice.next().map(line -> ZoneText.name(line.name())))
            .putIf("NextRecordType", slice.next().map(Line::type))
            .put("MaxItems", Integer.toString(slice.size()))
            .build());
  }

  /** The name that a page's end names, octal characters read. */
  private static String plain(String text) {
    return ZoneRecord.canonical(text.replace("\\052", "*"));
  }

  private List<Line> lines(HostedZone zone) {
    List<Line> lines = new ArrayList<>();
    lines.add(
        line(
            zone.name(),
            "NS",
            172_800,
            Zone.NAME_SERVERS.stream().map(name -> name + ".").toList()));
    lines.add(line(zone.name(), "SOA", 900, List.of(AUTHORITY)));
    route53.records(zone.id()).forEach(entry -> lines.add(line(entry)));
    lines.sort(Comparator.comparing(Line::order));
    return lines;
  }

  private static Line line(ZoneRecord entry) {
    String name = entry.name();
    return switch (entry.content()) {
      case ZoneRecord.Content.A a ->
          line(name, "A", a.ttl(), a.addresses().stream().map(Object::toString).toList());
      case ZoneRecord.Content.Cname cname ->
          line(name, "CNAME", cname.ttl(), List.of(cname.target()));
      case ZoneRecord.Content.Txt txt ->
          line(name, "TXT", txt.ttl(), txt.texts().stream().map(RecordCalls::quoted).toList());
      case ZoneRecord.Content.Alias alias ->
          new Line(
              name,
              "A",
              set(name, "A")
                  .put(
                      "AliasTarget",
                      Output.Structure.builder()
                          .put("HostedZoneId", alias.zoneId())
                          .put("DNSName", ZoneText.name(ZoneRecord.canonical(alias.target())))
                          .put("EvaluateTargetHealth", alias.evaluatesHealth()))
                  .build());
    };
  }

  private static Line line(String name, String type, int ttl, List<String> values) {
    List<Output> written = new ArrayList<>();
    values.forEach(value -> written.add(Output.Structure.builder().put("Value", value).build()));
    return new Line(
        name,
        type,
        set(name, type)
            .put("TTL", ttl)
            .put("ResourceRecords", new Output.Items("ResourceRecord", written))
            .build());
  }

  private static Output.Builder set(String name, String type) {
    return Output.Structure.builder().put("Name", ZoneText.name(name)).put("Type", type);
  }

  private static String quoted(String text) {
    return text.startsWith("\"") ? text : "\"" + text.replace("\"", "\\\"") + "\"";
  }
}
