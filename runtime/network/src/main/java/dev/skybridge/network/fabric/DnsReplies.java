package dev.skybridge.network.fabric;

import static java.util.Objects.requireNonNull;

import dev.skybridge.network.dns.Answer;
import dev.skybridge.network.dns.Answer.Entry;
import dev.skybridge.network.dns.Answer.Kind;
import dev.skybridge.network.dns.Resolver;
import dev.skybridge.network.dns.Zone;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Turns queries into replies. Stateless but for the resolver. */
final class DnsReplies {
  private static final int HEADER = 12;
  private static final int PLAIN_UDP = 512;
  private static final int OUR_UDP = 4096;
  private static final int MAXIMUM_TCP = 65_535;

  /** Seconds; Route 53 gives the NS records of its zones two days. */
  private static final int NS_TTL = 172_800;

  private final Resolver resolver;
  private final BooleanSupplier enabled;

  /**
   * @param enabled whether the VPC has DNS support now
   */
  DnsReplies(Resolver resolver, BooleanSupplier enabled) {
    this.resolver = requireNonNull(resolver);
    this.enabled = requireNonNull(enabled);
  }

  /** The reply to a datagram, cut to what its sender takes; none to what is no query. */
  Optional<byte[]> udp(byte[] query) {
    return reply(query, false);
  }

  /** The reply to a query over TCP; none to what is no query. */
  Optional<byte[]> tcp(byte[] query) {
    return reply(query, true);
  }

  private Optional<byte[]> reply(byte[] bytes, boolean tcp) {
    if (bytes.length < HEADER || (bytes[2] & 0x80) != 0) {
      return Optional.empty();
    }
    Message query;
    try {
      query = new Message(bytes);
    } catch (IOException garbage) {
      return Optional.of(failure(bytes, Rcode.FORMERR));
    }
    OPTRecord options = query.getOPT();
    int limit =
        options == null ? PLAIN_UDP : Math.clamp(options.getPayloadSize(), PLAIN_UDP, OUR_UDP);
    return Optional.of(answer(query).toWire(tcp ? MAXIMUM_TCP : limit));
  }

  private Message answer(Message query) {
    Message reply = new Message(query.getHeader().getID());
    reply.getHeader().setOpcode(query.getHeader().getOpcode());
    reply.getHeader().setFlag(Flags.QR);
    reply.getHeader().setFlag(Flags.RA);
    if (query.getHeader().getFlag(Flags.RD)) {
      reply.getHeader().setFlag(Flags.RD);
    }
    query.getSection(Section.QUESTION).forEach(one -> reply.addRecord(one, Section.QUESTION));
    OPTRecord options = query.getOPT();
    if (options != null) {
      boolean bad = options.getVersion() != 0;
      reply.addRecord(new OPTRecord(OUR_UDP, bad ? 1 : 0, 0), Section.ADDITIONAL);
      if (bad) {
        return reply;
      }
    }
    reply.getHeader().setRcode(resolve(query, reply));
    return reply;
  }

  private int resolve(Message query, Message reply) {
    Record question = query.getQuestion();
    if (query.getHeader().getOpcode() != Opcode.QUERY) {
      return Rcode.NOTIMP;
    }
    if (question == null || query.getSection(Section.QUESTION).size() != 1) {
      return Rcode.FORMERR;
    }
    if (question.getDClass() != DClass.IN || !enabled.getAsBoolean()) {
      return Rcode.REFUSED;
    }
    Answer answer = resolver.answer(question.getName().toString(true), kind(question.getType()));
    try {
      return fill(reply, question, answer);
    } catch (TextParseException badName) {
      return Rcode.SERVFAIL;
    }
  }

  private static int fill(Message reply, Record question, Answer answer) throws TextParseException {
    for (Entry entry : answer.entries()) {
      reply.addRecord(record(entry), Section.ANSWER);
    }
    if (!answer.zone().isEmpty() && answer.status() != Answer.Status.FOUND) {
      SOARecord soa = soa(answer.zone());
      boolean apex = question.getName().equals(soa.getName());
      if (apex && question.getType() == Type.NS) {
        for (String server : Zone.NAME_SERVERS) {
          reply.addRecord(
              new NSRecord(soa.getName(), DClass.IN, NS_TTL, name(server)), Section.ANSWER);
        }
      } else {
        boolean asked = apex && question.getType() == Type.SOA;
        reply.addRecord(soa, asked ? Section.ANSWER : Section.AUTHORITY);
      }
    }
    return switch (answer.status()) {
      case FOUND, NO_DATA -> Rcode.NOERROR;
      case NO_NAME -> Rcode.NXDOMAIN;
      case FAILED -> Rcode.SERVFAIL;
    };
  }

  private static Kind kind(int type) {
    return switch (type) {
      case Type.A, Type.ANY -> Kind.A;
      case Type.CNAME -> Kind.CNAME;
      case Type.TXT -> Kind.TXT;
      default -> Kind.OTHER;
    };
  }

  private static Record record(Entry entry) throws TextParseException {
    return switch (entry) {
      case Entry.A a -> new ARecord(name(a.name()), DClass.IN, a.ttl(), Dialer.inet(a.address()));
      case Entry.Cname cname ->
          new CNAMERecord(name(cname.name()), DClass.IN, cname.ttl(), name(cname.target()));
      case Entry.Txt txt -> new TXTRecord(name(txt.name()), DClass.IN, txt.ttl(), txt.text());
    };
  }

  /** As Route 53 gives a private hosted zone. */
  private static SOARecord soa(String zone) throws TextParseException {
    return new SOARecord(
        name(zone),
        DClass.IN,
        900,
        name("ns-1536.awsdns-00.co.uk"),
        name("awsdns-hostmaster.amazon.com"),
        1,
        7200,
        900,
        1_209_600,
        86_400);
  }

  private static Name name(String text) throws TextParseException {
    return Name.fromString(text, Name.root);
  }

  /** A bare header with the query's id. */
  private static byte[] failure(byte[] query, int code) {
    Header header = new Header(((query[0] & 0xFF) << 8) | (query[1] & 0xFF));
    header.setFlag(Flags.QR);
    header.setRcode(code);
    return header.toWire();
  }
}
