package dev.skybridge.services.ec2;

import dev.skybridge.network.Cidr;
import dev.skybridge.network.PrefixList;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.api.ApiOperation;
import dev.skybridge.services.api.Output;
import dev.skybridge.services.api.describe.Describe;
import dev.skybridge.services.api.describe.Ids;
import dev.skybridge.services.api.describe.PageSize;
import java.util.List;

/** Describes the prefix lists that AWS manages. */
final class PrefixListOperations {
  private static final Ids IDS =
      new Ids(
          "PrefixListId",
          "pl",
          "prefix list ID",
          "InvalidPrefixListId.NotFound",
          "InvalidPrefixListId.Malformed");

  private record Item(PrefixList list, Scope scope) {}

  private PrefixListOperations() {}

  static List<ApiOperation> all() {
    return List.of(
        lists("DescribePrefixLists")
            .pages(new PageSize(1, 1000, true))
            .over(PrefixListOperations::items, (item, _) -> list(item)),
        lists("DescribeManagedPrefixLists")
            .pages(new PageSize(1, 100, false))
            .filter("owner-id", _ -> "AWS")
            .over(PrefixListOperations::items, (item, _) -> managed(item)));
  }

  private static Describe<Item> lists(String operation) {
    return Describe.<Item>of(operation, "prefixListSet", item -> item.list().id())
        .ids(IDS)
        .filter("prefix-list-id", item -> item.list().id())
        .filter("prefix-list-name", item -> item.list().name());
  }

  private static List<Item> items(Scope scope) {
    return PrefixLists.of(scope.region()).stream().map(list -> new Item(list, scope)).toList();
  }

  private static Output list(Item item) {
    return Output.Structure.builder()
        .put("prefixListId", item.list().id())
        .put("prefixListName", item.list().name())
        .texts("cidrSet", item.list().cidrs().stream().map(Cidr::toString).toList())
        .build();
  }

  private static Output managed(Item item) {
    Scope scope = item.scope();
    return Output.Structure.builder()
        .put("prefixListId", item.list().id())
        .put("prefixListName", item.list().name())
        .put(
            "prefixListArn",
            "arn:%s:ec2:%s:aws:prefix-list/%s"
                .formatted(scope.region().partition(), scope.region(), item.list().id()))
        .put("addressFamily", "IPv4")
        .put("state", "create-complete")
        .put("ownerId", "AWS")
        .build();
  }
}
