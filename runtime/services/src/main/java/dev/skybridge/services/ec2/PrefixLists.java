package dev.skybridge.services.ec2;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.skybridge.network.Cidr;
import dev.skybridge.network.PrefixList;
import dev.skybridge.policy.Region;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The prefix lists that AWS manages for the services behind gateway endpoints. The ids in
 * eu-central-1 are AWS's own; those of other Regions are derived from the name. The blocks are
 * addresses that these services have used (ip-ranges.json); no packet goes there.
 */
public final class PrefixLists {
  private static final List<Cidr> DYNAMODB = blocks("52.94.17.0/24", "52.119.188.0/22");
  private static final List<Cidr> S3 =
      blocks("3.5.136.0/22", "52.219.44.0/22", "52.219.72.0/22", "54.231.192.0/20");

  private PrefixLists() {}

  /** All that AWS manages in {@code region}. */
  public static List<PrefixList> of(Region region) {
    String services = "com.amazonaws." + region.name() + ".";
    boolean frankfurt = region.name().equals("eu-central-1");
    return List.of(
        new PrefixList(
            frankfurt ? "pl-66a5400f" : derived(services + "dynamodb"),
            services + "dynamodb",
            DYNAMODB),
        new PrefixList(frankfurt ? "pl-6ea54007" : derived(services + "s3"), services + "s3", S3));
  }

  /** The list with this id or name. */
  public static Optional<PrefixList> find(Region region, String idOrName) {
    return of(region).stream()
        .filter(list -> list.id().equals(idOrName) || list.name().equals(idOrName))
        .findFirst();
  }

  private static String derived(String name) {
    CRC32 sum = new CRC32();
    sum.update(name.getBytes(UTF_8));
    return "pl-%08x".formatted(sum.getValue());
  }

  private static List<Cidr> blocks(String... texts) {
    return Stream.of(texts).map(Cidr::parse).toList();
  }
}
