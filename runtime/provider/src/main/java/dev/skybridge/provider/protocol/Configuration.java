package dev.skybridge.provider.protocol;

import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.provider.Diagnostics;
import dev.skybridge.provider.Trust;
import dev.skybridge.provider.cty.ListValue;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.SetValue;
import dev.skybridge.provider.cty.Value;
import dev.skybridge.provider.registry.Connection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a provider block: account and Region, the caller, the tags of everything. */
final class Configuration {
  /** Arguments that act here, and those that only switch off checks which are not made here. */
  private static final Set<String> EFFECTIVE =
      Set.of(
          "region",
          "allowed_account_ids",
          "forbidden_account_ids",
          "assume_role",
          "default_tags",
          "skip_credentials_validation",
          "skip_metadata_api_check",
          "skip_region_validation",
          "skip_requesting_account_id",
          "max_retries",
          "retry_mode");

  private final Scope home;
  private final Trust trust;

  /**
   * Reads for one account's socket.
   *
   * @param home the account whose credentials this socket stands for, and its default Region
   */
  Configuration(Scope home, Trust trust) {
    this.home = home;
    this.trust = trust;
  }

  Optional<Connection> connect(ObjectValue block, Diagnostics diagnostics) {
    warnWithoutEffect(block, diagnostics);
    var region = region(block, diagnostics);
    var caller = assumed(block, trust.deployer(home), diagnostics);
    if (diagnostics.failed()) {
      return Optional.empty();
    }
    checkAccount(block, caller.account(), diagnostics);
    if (diagnostics.failed()) {
      return Optional.empty();
    }
    Map<String, String> tags =
        block.block("default_tags").map(one -> one.textMap("tags")).orElse(Map.of());
    return Optional.of(new Connection(new Scope(caller.account(), region), caller, tags));
  }

  private Region region(ObjectValue block, Diagnostics diagnostics) {
    var name = block.nonEmptyText("region").orElse(home.region().name());
    try {
      return new Region(name);
    } catch (IllegalArgumentException e) {
      diagnostics.error(
          "region", "invalid AWS Region: " + name, "Name a Region as AWS does: eu-central-1.");
      return home.region();
    }
  }

  private Principal.Identity assumed(
      ObjectValue block, Principal.Identity caller, Diagnostics diagnostics) {
    var assumed = caller;
    for (var step : block.blocks("assume_role")) {
      var role = step.nonEmptyText("role_arn");
      if (role.isEmpty()) {
        continue;
      }
      var request =
          new Trust.Request(
              role.get(),
              step.nonEmptyText("session_name").orElse("terraform"),
              step.nonEmptyText("external_id"));
      try {
        assumed = trust.assume(assumed, request);
      } catch (RuntimeException e) {
        diagnostics.error(
            "",
            "Cannot assume IAM Role",
            """
            IAM Role (%s) cannot be assumed.

            There are a number of possible causes of this - the most common are:
              * The credentials used in order to assume the role are invalid
              * The credentials do not have appropriate permission to assume the role
              * The role ARN is not valid

            Error: %s\
            """
                .formatted(role.get(), Failures.text(e)));
      }
    }
    return assumed;
  }

  private static void checkAccount(ObjectValue block, AccountId account, Diagnostics diagnostics) {
    var allowed = block.texts("allowed_account_ids");
    boolean refused =
        (!allowed.isEmpty() && !allowed.contains(account.value()))
            || block.texts("forbidden_account_ids").contains(account.value());
    if (refused) {
      diagnostics.error(
          "",
          "AWS account ID not allowed: " + account,
          "This provider speaks for account %s. Use the socket of the account that you mean, or assume one of its roles."
              .formatted(account));
    }
  }

  private static void warnWithoutEffect(ObjectValue block, Diagnostics diagnostics) {
    block
        .attributes()
        .forEach((name, value) -> {
          boolean set =
              !value.isNull()
                  && !value.equals(Value.of(false))
                  && !(value instanceof Value.Text(var text) && text.isEmpty())
                  && !(isCollection(value) && block.list(name).isEmpty());
          if (set && !EFFECTIVE.contains(name)) {
            diagnostics.warning(
                name,
                "Argument without effect on this one-machine AWS",
                "provider aws: %s does nothing here: account and credentials come from the socket, and every service is on this machine."
                    .formatted(name));
          }
        });
  }

  private static boolean isCollection(Value value) {
    return value instanceof ListValue || value instanceof SetValue;
  }
}
