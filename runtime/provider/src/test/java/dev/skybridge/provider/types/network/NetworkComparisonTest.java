package dev.skybridge.provider.types.network;

import dev.skybridge.network.Cidr;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.provider.comparison.Comparison;
import dev.skybridge.services.ec2.Ec2Record;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The types of EC2, Elastic Load Balancing, Route 53 and ACM against the real provider. */
class NetworkComparisonTest {
  private static final Scope HOME =
      new Scope(new AccountId("111122223333"), new Region("eu-central-1"));

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> plansAsTheRealProvider() {
    try (NetworkServices services = new NetworkServices(folder.resolve("data"))) {
      vpc(services, "vpc-0123456789abcdef0");
      vpc(services, "vpc-0123456789abcdef1");
      return Comparison.of(services.registry(), folder);
    }
  }

  /** A VPC that a case names by its id. */
  private static void vpc(NetworkServices services, String id) {
    services.ec2.put(
        new Ec2Record.Vpc(
            HOME,
            id,
            Cidr.parse("10.0.0.0/16"),
            true,
            true,
            id.replace("vpc", "rtb"),
            id.replace("vpc", "sg"),
            id.replace("vpc", "acl")));
  }
}
