package dev.skybridge.network.fabric;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Whatever message comes, the reply is one to it, whole, and no longer than the asker takes. */
class DnsMessageFuzz {
  private final DnsReplies replies = DnsFuzzTest.replies();

  static Stream<Arguments> seeds() {
    return Stream.of("shop.example.", "www.example.", "many.example.", "txt.example.", ".")
        .flatMap(name ->
            Stream.of(Type.A, Type.ANY, Type.SOA)
                .map(type -> Arguments.of((Object) query(name, type))));
  }

  private static byte[] query(String name, int type) {
    Message query =
        Message.newQuery(Record.newRecord(Name.fromConstantString(name), type, DClass.IN));
    if (type == Type.ANY) {
      query.addRecord(new OPTRecord(1232, 0, 0), Section.ADDITIONAL);
    }
    return query.toWire();
  }

  @MethodSource("seeds")
  @FuzzTest
  void everyMessageGetsAReplyOfItsOwnOrNone(byte[] message) throws IOException {
    DnsFuzzTest.check("UDP", message, replies.udp(message), 4096);
    DnsFuzzTest.check("TCP", message, replies.tcp(message), 65_535);
  }
}
