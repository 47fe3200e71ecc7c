package dev.skybridge.network.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skybridge.network.Ipv4;
import dev.skybridge.network.dns.Resolver;
import dev.skybridge.network.dns.Zone;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

class DnsTest {
  private final House house = new House();
  private final DnsListening listening = house.fabric.serveDns("vpc-1");

  DnsTest() {
    Resolver resolver = house.fabric.resolver("vpc-1");
    List<Ipv4> many = IntStream.range(1, 101).mapToObj(i -> Ipv4.of(10, 0, 0, i)).toList();
    house.fabric.names().publish("lb", Map.of("lb.aws", List.of(House.SERVER_ADDRESS)));
    resolver.zones(
        List.of(
            new Zone(
                "Z1",
                "example.com",
                List.of(
                    new Zone.RecordSet.Alias("shop.example.com", "lb.aws"),
                    new Zone.RecordSet.Cname("www.example.com", 30, "shop.example.com"),
                    new Zone.RecordSet.Txt("txt.example.com", 30, List.of("a text")),
                    new Zone.RecordSet.A("many.example.com", 30, many)))));
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void itListensAtTheVpcsBasePlusTwo() {
    assertThat(listening.loopback().getAddress().getHostAddress()).isEqualTo("127.9.0.2");
  }

  @Test
  void namesAreAnsweredOverUdpAndTcp() throws IOException {
    for (boolean tcp : new boolean[] {false, true}) {
      Message reply = ask("www.example.com", Type.A, tcp);
      assertThat(reply.getRcode()).isEqualTo(Rcode.NOERROR);
      assertThat(reply.getSection(Section.ANSWER))
          .extracting(Record::toString)
          .containsExactly(
              "www.example.com.\t30\tIN\tCNAME\tshop.example.com.",
              "shop.example.com.\t60\tIN\tA\t192.168.2.10");
    }
    assertThat(ask("txt.example.com", Type.TXT, false).getSection(Section.ANSWER))
        .extracting(Record::rdataToString)
        .containsExactly("\"a text\"");
  }

  @Test
  void aMissingNameAndAMissingKindDifferAndBothCarryTheSoa() throws IOException {
    Message none = ask("nobody.example.com", Type.A, false);
    assertThat(none.getRcode()).isEqualTo(Rcode.NXDOMAIN);
    assertThat(none.getSection(Section.AUTHORITY))
        .extracting(Record::getType)
        .containsExactly(Type.SOA);
    Message noData = ask("shop.example.com", Type.AAAA, false);
    assertThat(noData.getRcode()).isEqualTo(Rcode.NOERROR);
    assertThat(noData.getSection(Section.ANSWER)).isEmpty();
    assertThat(noData.getSection(Section.AUTHORITY)).hasSize(1);
    Message apex = ask("example.com", Type.SOA, false);
    assertThat(apex.getSection(Section.ANSWER))
        .extracting(Record::getType)
        .containsExactly(Type.SOA);
    assertThat(ask("example.com", Type.NS, false).getSection(Section.ANSWER))
        .extracting(Record::rdataToString)
        .contains("ns-512.awsdns-00.net.")
        .hasSize(4);
    assertThat(ask("shop.example.com", Type.NS, false).getSection(Section.ANSWER)).isEmpty();
    Message elsewhere = ask("example.org", Type.A, false);
    assertThat(elsewhere.getRcode()).isEqualTo(Rcode.NXDOMAIN);
    assertThat(elsewhere.getSection(Section.AUTHORITY)).isEmpty();
  }

  @Test
  void aLongAnswerIsCutOverUdpAndWholeOverTcp() throws IOException {
    SimpleResolver client = client();
    client.setIgnoreTruncation(true);
    Message cut = client.send(query("many.example.com", Type.A));
    assertThat(cut.getHeader().getFlag(org.xbill.DNS.Flags.TC)).isTrue();
    assertThat(ask("many.example.com", Type.A, true).getSection(Section.ANSWER)).hasSize(100);
  }

  @Test
  void whatIsNotServedIsSaidSo() throws IOException {
    Message status = query("shop.example.com", Type.A);
    status.getHeader().setOpcode(Opcode.STATUS);
    assertThat(client().send(status).getRcode()).isEqualTo(Rcode.NOTIMP);
    Message newer = query("shop.example.com", Type.A);
    newer.addRecord(new OPTRecord(1_232, 0, 1), Section.ADDITIONAL);
    assertThat(client().send(newer).getRcode()).isEqualTo(Rcode.BADVERS);
    house.fabric.update(dev.skybridge.network.Topology.EMPTY);
    assertThat(ask("shop.example.com", Type.A, false).getRcode()).isEqualTo(Rcode.REFUSED);
  }

  @Test
  void garbageIsSurvived() throws IOException {
    Random random = new Random(7);
    try (DatagramSocket socket = new DatagramSocket()) {
      for (int i = 0; i < 500; i++) {
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        socket.send(new DatagramPacket(bytes, bytes.length, listening.loopback()));
      }
      byte[] query = query("shop.example.com", Type.A).toWire();
      for (int length = 0; length < query.length; length++) {
        byte[] cut = Arrays.copyOf(query, length);
        socket.send(new DatagramPacket(cut, cut.length, listening.loopback()));
      }
    }
    try (Socket socket = new Socket()) {
      socket.connect(listening.loopback());
      byte[] bytes = new byte[1_000];
      random.nextBytes(bytes);
      socket.getOutputStream().write(bytes);
    }
    assertThat(ask("shop.example.com", Type.A, false).getRcode()).isEqualTo(Rcode.NOERROR);
    assertThat(ask("shop.example.com", Type.A, true).getRcode()).isEqualTo(Rcode.NOERROR);
  }

  @Test
  void moreTcpConnectionsThanTwoHundredFiftySixAreClosedWhenTheyCome() throws IOException {
    List<Socket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < 256; i++) {
        sockets.add(connected());
      }
      assertThat(ended(connected())).isTrue();
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }

  private Socket connected() throws IOException {
    Socket socket = new Socket();
    socket.connect(listening.loopback());
    socket.setSoTimeout(20_000);
    return socket;
  }

  private static boolean ended(Socket socket) throws IOException {
    try (socket) {
      return socket.getInputStream().read() < 0;
    } catch (SocketException reset) {
      return true;
    }
  }

  private Message ask(String name, int type, boolean tcp) throws IOException {
    SimpleResolver client = client();
    client.setTCP(tcp);
    return client.send(query(name, type));
  }

  private static Message query(String name, int type) throws IOException {
    return Message.newQuery(Record.newRecord(Name.fromString(name + "."), type, DClass.IN));
  }

  private SimpleResolver client() {
    return new SimpleResolver(listening.loopback());
  }
}
