package dev.skybridge.network.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skybridge.network.Ipv4;
import dev.skybridge.network.dns.Names;
import dev.skybridge.network.dns.Resolver;
import dev.skybridge.network.dns.Zone;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Whatever comes as a query, the reply is one to it, whole, and no longer than the asker takes. */
class DnsFuzzTest {
  private static final int HEADER = 12;
  private static final List<Integer> REFUSALS = List.of(Rcode.FORMERR, Rcode.NOTIMP, Rcode.BADVERS);

  private final DnsReplies replies = replies();

  /** Replies from a zone with records of every kind. */
  static DnsReplies replies() {
    return new DnsReplies(resolver(), () -> true);
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void everyQueryGetsAReplyOfItsOwnOrNone() throws IOException {
    for (int round : Fuzz.rounds(20_000)) {
      Fuzz fuzz = Fuzz.of("dns", round);
      byte[] query = query(fuzz);
      check(fuzz.toString(), query, replies.udp(query), 4096);
      check(fuzz.toString(), query, replies.tcp(query), 65_535);
    }
  }

  /**
   * @param input names the query in a failure
   */
  static void check(String input, byte[] query, Optional<byte[]> reply, int most)
      throws IOException {
    boolean isQuery = query.length >= HEADER && (query[2] & 0x80) == 0;
    assertThat(reply.isPresent()).as("reply, " + input).isEqualTo(isQuery);
    if (reply.isEmpty()) {
      return;
    }
    byte[] bytes = reply.get();
    assertThat(bytes.length).as("length, " + input).isBetween(HEADER, most);
    assertThat(bytes).as("id, " + input).startsWith(query[0], query[1]);
    assertThat(bytes[2] & 0x80).as("is a reply, " + input).isNotZero();
    Message read = new Message(bytes);
    if (read.getSection(Section.QUESTION).size() > 1) {
      assertThat(read.getRcode()).as("more than one question, " + input).isIn(REFUSALS);
    }
  }

  private static byte[] query(Fuzz fuzz) throws IOException {
    String[] names = {
      "shop.example.",
      "www.example.",
      "a.b.c.d.e.example.",
      "nobody.example.",
      "txt.example.",
      "many.example.",
      "circle.example.",
      ".",
      "\\000\\255.example.",
      "x".repeat(63) + ".example."
    };
    int[] types = {Type.A, Type.AAAA, Type.TXT, Type.ANY, Type.SOA, Type.CNAME, Type.AXFR, 65_280};
    return switch (fuzz.below(8)) {
      case 0 -> fuzz.bytes(600);
      case 1 -> pointers(fuzz);
      default -> {
        Record question =
            Record.newRecord(
                Name.fromString(names[fuzz.below(names.length)]),
                types[fuzz.below(types.length)],
                fuzz.below(9) == 0 ? DClass.CH : DClass.IN);
        Message message = Message.newQuery(question);
        if (fuzz.below(2) == 0) {
          message.addRecord(
              new OPTRecord(fuzz.below(65_536), 0, fuzz.below(2)), Section.ADDITIONAL);
        }
        yield fuzz.below(4) == 0 ? message.toWire() : fuzz.mutated(message.toWire());
      }
    };
  }

  /** A header that promises questions, and names that point at each other and at themselves. */
  private static byte[] pointers(Fuzz fuzz) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(new byte[] {1, 2, 1, 0, 0, (byte) fuzz.below(4), 0, (byte) fuzz.below(3)});
    bytes.writeBytes(new byte[] {0, 0, 0, (byte) fuzz.below(3)});
    for (int i = fuzz.below(40); i >= 0; i--) {
      bytes.writeBytes(new byte[] {(byte) (0xC0 | fuzz.below(2)), (byte) fuzz.below(64)});
    }
    bytes.writeBytes(fuzz.bytes(16));
    return bytes.toByteArray();
  }

  private static Resolver resolver() {
    Resolver resolver = new Resolver(new Names());
    Ipv4 address = Ipv4.parse("192.168.2.10");
    resolver.zones(
        List.of(
            new Zone(
                "Z1",
                "example",
                List.of(
                    new Zone.RecordSet.A("shop.example", 60, List.of(address)),
                    new Zone.RecordSet.A("many.example", 60, Collections.nCopies(500, address)),
                    new Zone.RecordSet.Cname("www.example", 30, "shop.example"),
                    new Zone.RecordSet.Cname("circle.example", 30, "circle.example"),
                    new Zone.RecordSet.A("*.d.e.example", 60, List.of(address)),
                    new Zone.RecordSet.Txt("txt.example", 60, List.of("a text"))))));
    return resolver;
  }
}
