package dev.skybridge.services.api;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/** The tags of resources; who keeps what was applied knows them. */
@FunctionalInterface
public interface TagSource {
  /** The account's resources that have tags, in every Region. */
  List<TaggedResource> of(AccountId account);

  /** The tags of a Region's resources, by the resource's id. */
  default Map<String, SequencedMap<String, String>> byId(Scope scope) {
    Map<String, SequencedMap<String, String>> tags = new HashMap<>();
    of(scope.account()).stream()
        .filter(resource -> resource.region().equals(scope.region()))
        .forEach(resource -> tags.put(resource.id(), resource.tags()));
    return tags;
  }

  /** The tags of the account's resource with this id or ARN; none if it has none. */
  default SequencedMap<String, String> of(AccountId account, String idOrArn) {
    return of(account).stream()
        .filter(resource -> resource.id().equals(idOrArn) || resource.arn().equals(idOrArn))
        .map(TaggedResource::tags)
        .findFirst()
        .orElse(Collections.emptyNavigableMap());
  }

  /**
   * A resource and its tags.
   *
   * @param region that of the configuration that applied it
   * @param id as its API has it, e.g. {@code vpc-0a1b}; an ARN for services that know no other
   * @param arn empty where none is known
   * @param tags by key, in the order of the keys
   */
  record TaggedResource(Region region, String id, String arn, SequencedMap<String, String> tags) {
    public TaggedResource {
      requireNonNull(region);
      requireNonNull(id);
      requireNonNull(arn);
      tags = Collections.unmodifiableSequencedMap(new TreeMap<>(tags));
    }
  }
}
