package dev.skybridge.services.elb;

import dev.skybridge.policy.Arn;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.elb.ElbRecord.Action;
import dev.skybridge.services.elb.ElbRecord.Listener;
import dev.skybridge.services.elb.ElbRecord.ListenerRule;
import dev.skybridge.services.elb.ElbRecord.LoadBalancer;
import dev.skybridge.services.elb.ElbRecord.TargetGroup;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** What Elastic Load Balancing's API refuses, with the codes of its reference. */
public final class ElbChecks {
  private final Elb elb;

  ElbChecks(Elb elb) {
    this.elb = elb;
  }

  /**
   * Refuses a name that is taken, and subnets in fewer than two Availability Zones or twice in one.
   *
   * @param zones the Availability Zone of each subnet
   */
  public void loadBalancer(Scope scope, String name, List<String> zones) {
    if (elb.all(LoadBalancer.class).stream()
        .anyMatch(other -> other.scope().equals(scope) && other.name().equals(name))) {
      throw refusal(
          "DuplicateLoadBalancerName",
          "A load balancer with the same name '" + name + "' exists, but with different settings");
    }
    zones(zones);
  }

  /** Refuses subnets in fewer than two Availability Zones or twice in one. */
  public void zones(List<String> zones) {
    if (new HashSet<>(zones).size() < zones.size()) {
      throw refusal(
          "InvalidConfigurationRequest",
          "A load balancer cannot be attached to multiple subnets in the same Availability Zone");
    }
    if (zones.size() < 2) {
      throw refusal(
          "ValidationError",
          "At least two subnets in two different Availability Zones must be specified");
    }
  }

  /** Refuses a name that is taken. */
  public void targetGroup(Scope scope, String name) {
    if (elb.all(TargetGroup.class).stream()
        .anyMatch(other -> other.scope().equals(scope) && other.name().equals(name))) {
      throw refusal(
          "DuplicateTargetGroupName",
          "A target group with the same name '" + name + "' exists, but with different settings");
    }
  }

  /** Refuses a second listener on a port, and a load balancer that is not there. */
  public void listener(Arn loadBalancer, int port) {
    if (elb.find(LoadBalancer.class, loadBalancer.toString()).isEmpty()) {
      throw refusal("LoadBalancerNotFound", "One or more load balancers not found");
    }
    if (elb.all(Listener.class).stream()
        .anyMatch(other -> other.loadBalancer().equals(loadBalancer) && other.port() == port)) {
      throw refusal(
          "DuplicateListener",
          "A listener already exists on this port for this load balancer '" + loadBalancer + "'");
    }
  }

  /** The policy of this name, or AWS's refusal. */
  public SslPolicy sslPolicy(String name) {
    return SslPolicy.find(name)
        .orElseThrow(() ->
            refusal(
                "SSLPolicyNotFound",
                "SSL policy '%s' not found (served here: %s)"
                    .formatted(name, String.join(", ", SslPolicy.names()))));
  }

  /** Refuses an action whose target group is not there. */
  public void action(Action action) {
    if (action instanceof Action.Forward(Arn group)
        && elb.find(TargetGroup.class, group.toString()).isEmpty()) {
      throw refusal("TargetGroupNotFound", "Target group '" + group + "' not found");
    }
  }

  /** Refuses a priority that another rule of the listener has. */
  public void rule(Arn listener, int priority) {
    if (elb.find(Listener.class, listener.toString()).isEmpty()) {
      throw refusal("ListenerNotFound", "One or more listeners not found");
    }
    if (elb.all(ListenerRule.class).stream()
        .anyMatch(other -> other.listener().equals(listener) && other.priority() == priority)) {
      throw refusal("PriorityInUse", "Priority '" + priority + "' is currently in use");
    }
  }

  /** Refuses to delete a target group to which a listener or rule forwards. */
  public void deleteTargetGroup(Arn group) {
    boolean used =
        Stream.concat(
                elb.all(Listener.class).stream().map(Listener::defaultAction),
                elb.all(ListenerRule.class).stream().map(ListenerRule::action))
            .anyMatch(new Action.Forward(group)::equals);
    if (used) {
      throw refusal(
          "ResourceInUse",
          "Target group '" + group + "' is currently in use by a listener or a rule");
    }
  }

  private static AwsException refusal(String code, String message) {
    return new AwsException(code, 400, message);
  }
}
