package dev.skybridge.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is true of the files as they are written; needs no Terraform. */
class FilesTest {
  private static final Pattern BLOCK =
      Pattern.compile("(?ms)^(variable|output) \"(\\w+)\" \\{\n(.*?)^}");

  @Test
  void configurationNamesNoAccountAndNoPartition() {
    assertThat(configuration().flatMap(file -> found(file, "\\b[0-9]{12}\\b|arn:aws[a-z-]*:")))
        .isEmpty();
  }

  /** Defaults of variables, and sentences about them, are the only place. */
  @Test
  void configurationNamesNoRegionOutsideOfVariables() {
    assertThat(
            configuration()
                .filter(file -> !file.endsWith("variables.tf"))
                .flatMap(file -> found(file, "\\b(eu|us|ap|cn|sa|ca|af|me)-[a-z]+-[0-9]")))
        .isEmpty();
  }

  @Test
  void groupRulesAdmitTcp443Only() {
    List<String> rules =
        configuration()
            .flatMap(file ->
                Pattern.compile(
                        "\\b(ip_protocol|from_port|to_port|ingress|egress)\\s*[={]\\s*(\\S*)")
                    .matcher(Sources.text(file))
                    .results())
            .map(rule -> rule.group(1) + " " + rule.group(2))
            .distinct()
            .toList();

    assertThat(rules)
        .containsExactlyInAnyOrder("ip_protocol \"tcp\"", "from_port 443", "to_port 443");
  }

  @Test
  void configurationHasNoBackend() {
    assertThat(configuration().flatMap(file -> found(file, "(?m)^\\s*(backend|cloud)\\b.*")))
        .isEmpty();
  }

  @Test
  void testsUseTheRealProvider() {
    assertThat(all(path -> path.endsWith(".tftest.hcl")).flatMap(file -> found(file, "mock_\\w+")))
        .isEmpty();
  }

  @Test
  void nothingSpeaksOfRunningOnOneMachine() {
    assertThat(
            Sources.all().stream()
                .flatMap(file -> found(file, "(?i)localhost|loopback|127\\.0|emulat|one.machine")))
        .isEmpty();
  }

  @Test
  void variablesAndOutputsAreDescribed() {
    assertThat(blocks("").filter(block -> !block.group(3).contains("  description = ")))
        .extracting(block -> block.group(2))
        .isEmpty();
  }

  @Test
  void variablesHaveTypes() {
    assertThat(blocks("variable").filter(block -> !typed(block.group(3))))
        .extracting(block -> block.group(2))
        .isEmpty();
  }

  private static boolean typed(String block) {
    return Pattern.compile("(?m)^  type\\s+= (?!any)").matcher(block).find();
  }

  private static Stream<MatchResult> blocks(String kind) {
    List<MatchResult> blocks =
        configuration()
            .flatMap(file -> BLOCK.matcher(Sources.text(file)).results())
            .filter(block -> kind.isEmpty() || block.group(1).equals(kind))
            .toList();
    assertThat(blocks).isNotEmpty();
    return blocks.stream();
  }

  private static Stream<Path> configuration() {
    return all(path -> path.endsWith(".tf"));
  }

  private static Stream<Path> all(Predicate<String> wanted) {
    List<Path> files = Sources.all().stream().filter(file -> wanted.test(file.toString())).toList();
    assertThat(files).isNotEmpty();
    return files.stream();
  }

  private static Stream<String> found(Path file, String pattern) {
    return Pattern.compile(pattern)
        .matcher(Sources.text(file))
        .results()
        .map(match -> file + ": " + match.group());
  }
}
