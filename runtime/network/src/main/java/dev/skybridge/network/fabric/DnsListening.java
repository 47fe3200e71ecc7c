package dev.skybridge.network.fabric;

import java.net.InetSocketAddress;

/** The DNS server of a VPC, over UDP and TCP on one port. */
public interface DnsListening extends AutoCloseable {
  /** Where it really listens: the loopback address behind the VPC's base plus two. */
  InetSocketAddress loopback();

  /** Stops it. Idempotent. */
  @Override
  void close();
}
