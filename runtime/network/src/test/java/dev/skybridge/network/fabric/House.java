package dev.skybridge.network.fabric;

import dev.skybridge.gate.Trace;
import dev.skybridge.gate.TraceLog;
import dev.skybridge.network.Cidr;
import dev.skybridge.network.Ipv4;
import dev.skybridge.network.NetworkAcl;
import dev.skybridge.network.NetworkInterface;
import dev.skybridge.network.Place;
import dev.skybridge.network.Route;
import dev.skybridge.network.RouteTable;
import dev.skybridge.network.SecurityGroup;
import dev.skybridge.network.SecurityGroup.Direction;
import dev.skybridge.network.Subnet;
import dev.skybridge.network.Topology;
import dev.skybridge.network.Vpc;
import dev.skybridge.network.http.Headers;
import dev.skybridge.network.http.HttpHandler;
import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.network.tls.TlsIdentity;
import java.util.List;
import java.util.Set;

/**
 * A fabric with a client (192.168.1.5) and a server (192.168.2.10) in two subnets of one VPC; the
 * server's group lets the client's in at port 443.
 */
final class House implements AutoCloseable {
  static final String CLIENT = "eni-client";
  static final String SERVER = "eni-server";
  static final Ipv4 SERVER_ADDRESS = Ipv4.parse("192.168.2.10");
  static final TlsIdentity IDENTITY = Certificates.of("shop.example");

  final TraceLog traces = new TraceLog(100);
  final Fabric fabric = new Fabric(traces);

  House() {
    open(443);
  }

  /** Lets the client in at this port and no other. */
  void open(int port) {
    fabric.update(topology(List.of(ingress(port))));
  }

  /** Lets nobody in any more. */
  void shut() {
    fabric.update(topology(List.of()));
  }

  /** Lets the client in at port 443, past these network ACLs. */
  void guard(NetworkAcl... acls) {
    fabric.update(topology(List.of(ingress(443)), List.of(acls)));
  }

  /** Serves at the server's port 443. */
  HttpListening serve(HttpHandler handler) {
    return fabric.serveHttps(SERVER, 443, Certificates.server(IDENTITY), handler);
  }

  static Trace trace() {
    return new Trace("1-test", 0, System::nanoTime);
  }

  static HttpRequest get(String path) {
    return HttpRequest.outgoing("GET", path, Headers.of("Host", "shop.example"), new byte[0]);
  }

  static HttpResponse ok(String body) {
    return HttpResponse.of(200, "OK", Headers.NONE, body);
  }

  @Override
  public void close() {
    fabric.close();
  }

  static Topology topology(List<SecurityGroup.Rule> serverRules) {
    return topology(serverRules, List.of());
  }

  private static Topology topology(List<SecurityGroup.Rule> serverRules, List<NetworkAcl> acls) {
    Place anywhere = new Place.Block(Cidr.ANYWHERE);
    return new Topology(
        List.of(new Vpc("vpc-1", 9, List.of(Cidr.parse("192.168.0.0/16")), true)),
        List.of(
            new Subnet("subnet-1", "vpc-1", Cidr.parse("192.168.1.0/24")),
            new Subnet("subnet-2", "vpc-1", Cidr.parse("192.168.2.0/24"))),
        List.of(
            new RouteTable(
                "rtb-1",
                "vpc-1",
                true,
                Set.of(),
                List.of(new Route(anywhere, new Route.Target.InternetGateway("igw-1"))))),
        List.of(
            new SecurityGroup(
                "sg-client",
                "vpc-1",
                List.of(new SecurityGroup.Rule("sgr-out", Direction.EGRESS, "-1", 0, 0, anywhere))),
            new SecurityGroup("sg-server", "vpc-1", serverRules)),
        List.of(
            card(CLIENT, "subnet-1", "192.168.1.5", "sg-client"),
            card(SERVER, "subnet-2", "192.168.2.10", "sg-server")),
        List.of(),
        acls);
  }

  static SecurityGroup.Rule ingress(int port) {
    return new SecurityGroup.Rule(
        "sgr-in", Direction.INGRESS, "tcp", port, port, new Place.Member("sg-client"));
  }

  private static NetworkInterface card(String id, String subnet, String address, String group) {
    return new NetworkInterface(id, "vpc-1", subnet, Ipv4.parse(address), List.of(group), id);
  }
}
