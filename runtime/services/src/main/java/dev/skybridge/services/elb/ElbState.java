package dev.skybridge.services.elb;

import dev.skybridge.policy.Arn;
import dev.skybridge.services.elb.ElbRecord.Action;
import dev.skybridge.services.elb.ElbRecord.Attachment;
import dev.skybridge.services.elb.ElbRecord.Listener;
import dev.skybridge.services.elb.ElbRecord.ListenerRule;
import dev.skybridge.services.elb.ElbRecord.LoadBalancer;
import dev.skybridge.services.elb.ElbRecord.Target;
import dev.skybridge.services.elb.ElbRecord.TargetGroup;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All records at one moment, arranged for the questions that a request asks; immutable. */
final class ElbState {
  private final List<ElbRecord> records;
  private final Map<Arn, Listener> listeners;
  private final Map<Arn, LoadBalancer> loadBalancers;
  private final Map<Arn, TargetGroup> groups;
  private final Map<Arn, List<ListenerRule>> rules;
  private final Map<Arn, List<Target>> targets;
  private final Map<Place, Listener> places = new HashMap<>();

  /** A port of a node's network interface. */
  private record Place(String interfaceId, int port) {}

  ElbState(Collection<ElbRecord> records) {
    this.records = List.copyOf(records);
    listeners = index(Listener.class, Listener::arn);
    loadBalancers = index(LoadBalancer.class, LoadBalancer::arn);
    groups = index(TargetGroup.class, TargetGroup::arn);
    rules = all(ListenerRule.class).collect(Collectors.groupingBy(ListenerRule::listener));
    targets =
        all(Attachment.class)
            .collect(
                Collectors.groupingBy(
                    Attachment::targetGroup,
                    Collectors.mapping(Attachment::target, Collectors.toList())));
    listeners
        .values()
        .forEach(listener ->
            loadBalancer(listener.loadBalancer()).stream()
                .flatMap(balancer -> balancer.nodes().stream())
                .map(node -> new Place(node.interfaceId(), listener.port()))
                .forEach(place -> places.putIfAbsent(place, listener)));
  }

  <R extends ElbRecord> Stream<R> all(Class<R> kind) {
    return records.stream().filter(kind::isInstance).map(kind::cast);
  }

  Optional<Listener> listener(Arn arn) {
    return Optional.ofNullable(listeners.get(arn));
  }

  /** The listener at a port of a node. */
  Optional<Listener> listenerAt(String interfaceId, int port) {
    return Optional.ofNullable(places.get(new Place(interfaceId, port)));
  }

  Optional<LoadBalancer> loadBalancer(Arn arn) {
    return Optional.ofNullable(loadBalancers.get(arn));
  }

  Optional<TargetGroup> targetGroup(Arn arn) {
    return Optional.ofNullable(groups.get(arn));
  }

  List<ListenerRule> rules(Arn listener) {
    return rules.getOrDefault(listener, List.of());
  }

  /** The targets of a group in the order in which they were registered. */
  List<Target> targets(Arn group) {
    return targets.getOrDefault(group, List.of());
  }

  /** The target groups to which listeners and rules of a load balancer forward. */
  List<TargetGroup> groupsOf(LoadBalancer balancer) {
    return all(Listener.class)
        .filter(listener -> listener.loadBalancer().equals(balancer.arn()))
        .flatMap(listener ->
            Stream.concat(
                Stream.of(listener.defaultAction()),
                rules(listener.arn()).stream().map(ListenerRule::action)))
        .flatMap(action ->
            action instanceof Action.Forward(Arn group)
                ? targetGroup(group).stream()
                : Stream.empty())
        .distinct()
        .toList();
  }

  private <R extends ElbRecord> Map<Arn, R> index(Class<R> kind, Function<R, Arn> arn) {
    return all(kind).collect(Collectors.toUnmodifiableMap(arn, Function.identity()));
  }
}
