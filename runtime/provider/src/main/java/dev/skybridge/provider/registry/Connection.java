package dev.skybridge.provider.registry;

import dev.skybridge.policy.Principal;
import dev.skybridge.policy.Scope;
import java.util.Map;

/**
 * What a provider configuration fixed: for whom and where its resources are.
 *
 * @param caller who calls
 * @param defaultTags tags of every resource that has tags
 */
public record Connection(Scope scope, Principal.Identity caller, Map<String, String> defaultTags) {
  public Connection {
    defaultTags = Map.copyOf(defaultTags);
  }
}
