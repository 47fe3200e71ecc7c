package dev.skybridge.services.ec2;

import dev.skybridge.policy.Scope;
import dev.skybridge.services.api.ApiOperation;
import dev.skybridge.services.api.Output;
import dev.skybridge.services.api.TagSource;
import dev.skybridge.services.api.describe.Describe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Describes the tags of EC2's resources. */
final class DescribeTags {
  /** The type of a resource by what stands before the hyphen of its id. */
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("vpc", "vpc"),
          Map.entry("subnet", "subnet"),
          Map.entry("rtb", "route-table"),
          Map.entry("igw", "internet-gateway"),
          Map.entry("sg", "security-group"),
          Map.entry("sgr", "security-group-rule"),
          Map.entry("acl", "network-acl"),
          Map.entry("eni", "network-interface"),
          Map.entry("i", "instance"),
          Map.entry("vpce", "vpc-endpoint"));

  private record Tag(String resource, String type, String key, String value) {
    String id() {
      return resource + " " + key;
    }
  }

  private DescribeTags() {}

  static ApiOperation operation(TagSource tags) {
    return Describe.of("DescribeTags", "tagSet", Tag::id)
        .tagsBy(scope ->
            all(tags, scope).stream().collect(Collectors.toMap(Tag::id, DescribeTags::one)))
        .filter("key", Tag::key)
        .filter("value", Tag::value)
        .filter("resource-id", Tag::resource)
        .filter("resource-type", Tag::type)
        .over(scope -> all(tags, scope), (tag, _) -> write(tag));
  }

  private static SequencedMap<String, String> one(Tag tag) {
    SequencedMap<String, String> one = new TreeMap<>();
    one.put(tag.key(), tag.value());
    return one;
  }

  private static List<Tag> all(TagSource tags, Scope scope) {
    List<Tag> all = new ArrayList<>();
    tags.byId(scope)
        .forEach((resource, own) -> {
          String type =
              resource.matches("[a-z]+-[0-9a-f]+")
                  ? TYPES.get(resource.substring(0, resource.indexOf('-')))
                  : null;
          if (type != null) {
            own.forEach((key, value) -> all.add(new Tag(resource, type, key, value)));
          }
        });
    return all;
  }

  private static Output write(Tag tag) {
    return Output.Structure.builder()
        .put("resourceId", tag.resource())
        .put("resourceType", tag.type())
        .put("key", tag.key())
        .put("value", tag.value())
        .build();
  }
}
