package dev.skybridge.app.access;

import dev.skybridge.network.NetworkInterface;
import dev.skybridge.policy.AccountId;
import dev.skybridge.services.dynamodb.Table;
import dev.skybridge.services.ec2.Ec2Record;
import dev.skybridge.services.ec2.InterfaceOwner;
import dev.skybridge.services.iam.Role;
import dev.skybridge.services.kms.Key;
import dev.skybridge.services.lambda.Function;
import dev.skybridge.services.secretsmanager.Secret;
import dev.skybridge.services.signature.Caller;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everybody that is there: interfaces with whom they belong to, roles, accounts. */
final class Actors {
  private final World world;

  Actors(World world) {
    this.world = world;
  }

  /** All, those of the network first; in order of account and name within a kind. */
  List<Actor> all() {
    List<Actor> all = new ArrayList<>();
    world.ec2().all(Ec2Record.Instance.class).forEach(one -> instance(one).ifPresent(all::add));
    world.lambda().functions().forEach(function -> all.add(function(function)));
    world
        .ec2()
        .all(Ec2Record.NetworkInterface.class)
        .forEach(card -> other(card).ifPresent(all::add));
    world.iam().roles().forEach(role -> all.add(role(role)));
    accounts().forEach(account -> all.add(root(account)));
    all.sort(
        Comparator.comparing(Actor::kind)
            .thenComparing(actor -> actor.account().value())
            .thenComparing(Actor::name));
    return List.copyOf(all);
  }

  private Optional<Actor> instance(Ec2Record.Instance instance) {
    return world
        .card(instance)
        .map(card ->
            new Actor(
                Actor.Kind.INSTANCE,
                "client " + card.address(),
                instance.scope().account(),
                Optional.of(card),
                instance.profile().flatMap(profile -> session(profile, instance)),
                Optional.empty(),
                false));
  }

  private Optional<Caller> session(String profile, Ec2Record.Instance instance) {
    String name = profile.substring(profile.lastIndexOf('/') + 1);
    AccountId account = instance.scope().account();
    return world
        .iam()
        .instanceProfile(account, name)
        .flatMap(found -> found.role())
        .flatMap(role -> world.iam().role(account, role))
        .map(role -> world.callers().session(role, instance.id()));
  }

  private Actor function(Function function) {
    AccountId account = function.scope().account();
    Optional<NetworkInterface> card =
        world.ec2().interfacesOf(function.arn().toString()).stream()
            .map(Ec2Record.NetworkInterface::card)
            .findFirst();
    return new Actor(
        Actor.Kind.FUNCTION,
        account + "/" + function.name(),
        account,
        card,
        world
            .iam()
            .role(function.role())
            .map(role -> world.callers().session(role, function.name())),
        Optional.of(function),
        true);
  }

  private static Optional<Actor> other(Ec2Record.NetworkInterface entry) {
    Optional<Actor.Kind> kind =
        switch (entry.owner()) {
          case LOAD_BALANCER -> Optional.of(Actor.Kind.LOAD_BALANCER);
          case VPC_ENDPOINT -> Optional.of(Actor.Kind.VPC_ENDPOINT);
          case INSTANCE, LAMBDA -> Optional.empty();
        };
    return kind.map(found ->
        new Actor(
            found,
            label(entry.owner()) + " " + entry.card().address(),
            entry.scope().account(),
            Optional.of(entry.card()),
            Optional.empty(),
            Optional.empty(),
            false));
  }

  private static String label(InterfaceOwner owner) {
    return switch (owner) {
      case LOAD_BALANCER -> "load balancer node";
      case VPC_ENDPOINT -> "vpc endpoint";
      case INSTANCE -> "instance";
      case LAMBDA -> "function";
    };
  }

  /** A role's session as somebody opens it who may. */
  private Actor role(Role role) {
    return new Actor(
        Actor.Kind.ROLE,
        role.arn(),
        role.account(),
        Optional.empty(),
        Optional.of(world.callers().session(role, "check")),
        Optional.empty(),
        true);
  }

  private Actor root(AccountId account) {
    Caller root = world.callers().root(account);
    return new Actor(
        Actor.Kind.ACCOUNT,
        root.identity().arn(),
        account,
        Optional.empty(),
        Optional.of(root),
        Optional.empty(),
        true);
  }

  /** The accounts that have something to reach or somebody who reaches. */
  private List<AccountId> accounts() {
    return Stream.of(
            world.iam().roles().stream().map(Role::account),
            world.lambda().functions().stream().map(one -> one.scope().account()),
            world.dynamoDb().tables().stream().map(Table::scope).map(one -> one.account()),
            world.secrets().secrets().stream().map(Secret::scope).map(one -> one.account()),
            world.kms().keys().stream().map(Key::scope).map(one -> one.account()))
        .flatMap(each -> each)
        .distinct()
        .sorted(Comparator.comparing(AccountId::value))
        .toList();
  }
}
