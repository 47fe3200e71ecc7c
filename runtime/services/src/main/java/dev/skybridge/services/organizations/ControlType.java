package dev.skybridge.services.organizations;

import dev.skybridge.policy.Dialect;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The types of organization policy that are served. */
public enum ControlType {
  /** Limits what the principals of an account may do. */
  SERVICE_CONTROL_POLICY("FullAWSAccess", 10),
  /** Limits what anybody may do with the resources of an account. */
  RESOURCE_CONTROL_POLICY("RCPFullAWSAccess", 5);

  private final String full;
  private final int mostAttached;

  ControlType(String full, int mostAttached) {
    this.full = full;
    this.mostAttached = mostAttached;
  }

  /** What a policy of this type must be like. */
  Dialect dialect() {
    return switch (this) {
      case SERVICE_CONTROL_POLICY -> Dialect.SERVICE_CONTROL;
      case RESOURCE_CONTROL_POLICY -> Dialect.RESOURCE_CONTROL;
    };
  }

  /** The policy of AWS's that is attached to root and accounts from the beginning. */
  String full() {
    return full;
  }

  /** How many may be attached to one target, AWS's own among them. */
  int mostAttached() {
    return mostAttached;
  }

  /** As ARNs have it: {@code service_control_policy}. */
  String path() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type that is called so; empty if it is not served. */
  public static Optional<ControlType> find(String name) {
    return Stream.of(values()).filter(type -> type.name().equals(name)).findFirst();
  }

  /** The names of those that are served. */
  public static List<String> names() {
    return Stream.of(values()).map(ControlType::name).toList();
  }
}
