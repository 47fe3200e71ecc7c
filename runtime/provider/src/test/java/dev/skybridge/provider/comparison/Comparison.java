package dev.skybridge.provider.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.provider.Trust;
import dev.skybridge.provider.protocol.ProviderServer;
import dev.skybridge.provider.registry.Registry;
import dev.skybridge.provider.testing.Terraform;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Plans the cases of every type that a registry serves, with the real hashicorp/aws and with ours,
 * and compares: planned values, what is unknown, what is replaced, what validation says.
 *
 * <p>Cases are files of {@code src/test/resources/cases/TYPE/}: {@code NAME.tf} is planned as a
 * creation; {@code NAME.change.tf}, if there, as a change of what an apply of {@code NAME.tf} with
 * ours gave; {@code NAME.invalid.tf} must fail with the same errors. {@code NAME.differs} lists
 * accepted differences, each line {@code attribute-path # reason}. A type that cannot be compared
 * without AWS has a file {@code uncompared} with the reason instead.
 *
 * <p>All cases share one Terraform run per provider, each as a module: the real one takes seconds
 * to start.
 */
public final class Comparison {
  private static final Scope HOME =
      new Scope(new AccountId("111122223333"), new Region("eu-central-1"));
  private static final Trust NOBODY =
      (caller, request) -> {
        throw new IllegalStateException("no roles in comparisons");
      };

  private final Registry registry;
  private final Path folder;

  private Comparison(Registry registry, Path folder) {
    this.registry = registry;
    this.folder = folder;
  }

  /**
   * A test for each case of each type served; skipped with a word where there is no Terraform or no
   * mirror with the real provider.
   *
   * @param folder an empty folder
   */
  public static Stream<DynamicTest> of(Registry registry, Path folder) {
    return new Comparison(registry, folder).tests();
  }

  private Stream<DynamicTest> tests() {
    var names = new TreeSet<>(registry.types().resources().keySet());
    registry.types().dataSources().keySet().forEach(name -> names.add("data." + name));
    var cases = new ArrayList<Case>();
    var tests = new ArrayList<DynamicTest>();
    for (var name : names) {
      var own = Case.of(name);
      cases.addAll(own);
      tests.add(
          DynamicTest.dynamicTest(
              name + " has a case",
              () -> assertThat(Case.covered(name)).as(Case.folder(name).toString()).isTrue()));
    }
    var mirror = RealProvider.mirror();
    try (var server =
        ProviderServer.start(registry, HOME, NOBODY, folder.resolve("run/aws.sock"))) {
      var real = new Plans(Terraform.in(RealProvider.folder(folder, "real")), cases);
      var ours = new Plans(Terraform.in(RealProvider.folder(folder, "ours")), cases);
      real.terraform().with("TF_CLI_CONFIG_FILE", RealProvider.configuration(folder, mirror));
      ours.terraform().reattached(server.reattach());
      compare(tests, "plans as the real provider", cases, real.created(), ours.created());
      compare(tests, "is refused as by the real provider", cases, real.refused(), ours.refused());
      if (cases.stream().anyMatch(one -> one.change().isPresent())) {
        var state = ours.applied();
        compare(
            tests, "changes as the real provider", cases, real.changed(state), ours.changed(state));
      }
    }
    return tests.stream();
  }

  private static void compare(
      List<DynamicTest> tests,
      String fact,
      List<Case> cases,
      Map<String, Map<String, String>> real,
      Map<String, Map<String, String>> ours) {
    for (var one : cases) {
      var expected = real.getOrDefault(one.module(), Map.of());
      var actual = ours.getOrDefault(one.module(), Map.of());
      if (expected.isEmpty() && actual.isEmpty()) {
        continue;
      }
      tests.add(
          DynamicTest.dynamicTest(
              one + " " + fact,
              () -> assertThat(differences(one, expected, actual)).as(one.toString()).isEmpty()));
    }
  }

  private static List<String> differences(
      Case one, Map<String, String> real, Map<String, String> ours) {
    var all = new TreeMap<>(real);
    ours.forEach(all::putIfAbsent);
    var differences = new ArrayList<String>();
    for (var path : all.keySet()) {
      var expected = real.getOrDefault(path, "nothing");
      var actual = ours.getOrDefault(path, "nothing");
      if (!expected.equals(actual) && !one.accepts(path)) {
        differences.add("%n%s%n    real: %s%n    ours: %s".formatted(path, expected, actual));
      }
    }
    return differences;
  }
}
