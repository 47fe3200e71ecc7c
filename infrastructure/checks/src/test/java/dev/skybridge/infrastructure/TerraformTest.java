package dev.skybridge.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class TerraformTest {
  @Test
  void filesAreFormatted() throws IOException, InterruptedException {
    Optional<Terraform> terraform = Terraform.find();
    if (terraform.isEmpty()) {
      Workspace.skip(Workspace.NO_TERRAFORM);
    }

    Terraform.Result result =
        terraform
            .orElseThrow()
            .run(
                Sources.FOLDER,
                Optional.empty(),
                "fmt",
                "-check",
                "-diff",
                "-recursive",
                "-no-color");

    assertThat(result.status()).as(result.output()).isZero();
  }

  /** For each root: {@code validate}, then each run of {@code terraform test} as a test. */
  @TestFactory
  Stream<DynamicNode> roots() throws IOException, InterruptedException {
    Optional<String> missing = Workspace.missing();
    if (missing.isPresent()) {
      return Sources.ROOTS.stream()
          .map(root -> dynamicTest(root, () -> Workspace.skip(missing.get())));
    }
    List<DynamicNode> nodes = new ArrayList<>();
    for (String root : Sources.ROOTS) {
      nodes.add(dynamicContainer(root, tests(root, Workspace.of(root))));
    }
    return nodes.stream();
  }

  private static List<DynamicNode> tests(String root, Workspace workspace)
      throws IOException, InterruptedException {
    Terraform.Result valid = workspace.run(root, "validate", "-no-color");
    Terraform.Result result = workspace.run(root, "test", "-json");
    TestReport report = TestReport.parse(result.output());

    List<DynamicNode> tests = new ArrayList<>();
    tests.add(dynamicTest("valid", () -> assertThat(valid.status()).as(valid.output()).isZero()));
    tests.add(dynamicTest("no trouble", () -> assertThat(report.trouble()).isEmpty()));
    tests.add(dynamicTest("some runs", () -> assertThat(report.runs()).isNotEmpty()));
    report
        .runs()
        .forEach((name, run) ->
            tests.add(
                dynamicTest(
                    name,
                    () ->
                        assertThat(run.status())
                            .as(String.join("\n", run.diagnostics()))
                            .isEqualTo("pass"))));
    return tests;
  }
}
