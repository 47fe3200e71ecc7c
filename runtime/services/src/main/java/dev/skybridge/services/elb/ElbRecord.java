package dev.skybridge.services.elb;

import dev.skybridge.network.Ipv4;
import dev.skybridge.policy.Arn;
import dev.skybridge.policy.Scope;
import java.util.List;

/** What Elastic Load Balancing keeps. */
public sealed interface ElbRecord {
  /** The ARN, or what takes its place; unique over all kinds. */
  String id();

  /**
   * An internal Application Load Balancer.
   *
   * @param dnsName e.g. {@code internal-shop-1234567890.eu-central-1.elb.amazonaws.com}
   * @param nodes one for each of its subnets; at least one
   */
  record LoadBalancer(
      Scope scope,
      Arn arn,
      String name,
      String dnsName,
      String vpcId,
      List<Node> nodes,
      Attributes attributes)
      implements ElbRecord {
    public LoadBalancer {
      nodes = List.copyOf(nodes);
      if (nodes.isEmpty()) {
        throw new IllegalArgumentException("nodes: none (expected: one for each subnet)");
      }
    }

    @Override
    public String id() {
      return arn.toString();
    }
  }

  /** Where a load balancer stands in one subnet. */
  record Node(String interfaceId, String subnetId, Ipv4 address) {}

  /**
   * An HTTPS listener.
   *
   * @param port 1-65535
   * @param certificate the ARN of the certificate that it shows to every client
   * @param defaultAction what happens to a request that no rule matches
   */
  record Listener(
      Arn arn, Arn loadBalancer, int port, SslPolicy policy, Arn certificate, Action defaultAction)
      implements ElbRecord {
    @Override
    public String id() {
      return arn.toString();
    }
  }

  /**
   * A rule of a listener.
   *
   * @param priority 1-50000; the lowest that matches decides
   * @param hosts host-header patterns, of which one must match; at least one
   */
  record ListenerRule(Arn arn, Arn listener, int priority, List<HostPattern> hosts, Action action)
      implements ElbRecord {
    public ListenerRule {
      hosts = List.copyOf(hosts);
      if (priority < 1 || priority > 50_000) {
        throw new IllegalArgumentException("priority: " + priority + " (expected: 1-50000)");
      }
      if (hosts.isEmpty()) {
        throw new IllegalArgumentException("hosts: none (expected: at least one pattern)");
      }
    }

    @Override
    public String id() {
      return arn.toString();
    }
  }

  /**
   * A group of addresses to which requests go.
   *
   * @param port the port of targets that are registered without one; 1-65535
   */
  record TargetGroup(
      Scope scope,
      Arn arn,
      String name,
      String vpcId,
      Protocol protocol,
      int port,
      HealthCheck healthCheck)
      implements ElbRecord {
    @Override
    public String id() {
      return arn.toString();
    }
  }

  /** An address registered in a target group. */
  record Attachment(Arn targetGroup, Target target) implements ElbRecord {
    @Override
    public String id() {
      return targetGroup + "|" + target;
    }
  }

  /**
   * An address and port that takes requests.
   *
   * @param port 1-65535
   */
  record Target(Ipv4 address, int port) {
    @Override
    public String toString() {
      return address + ":" + port;
    }
  }

  /** What a listener does with a request. */
  sealed interface Action {
    /** Send it to a target of the group. */
    record Forward(Arn targetGroup) implements Action {}

    /**
     * Answer it.
     *
     * @param status 2XX, 4XX or 5XX
     * @param contentType e.g. {@code application/json}
     */
    record FixedResponse(int status, String contentType, String body) implements Action {}
  }
}
