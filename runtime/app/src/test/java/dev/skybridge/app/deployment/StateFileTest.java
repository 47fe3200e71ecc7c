package dev.skybridge.app.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {
  private static final String STATE =
      """
      {"version": 4, "serial": 7, "lineage": "abc", "resources": [
        {"module": "module.m[\\"food\\"]", "mode": "managed", "type": "aws_lambda_function", "name": "f",
         "instances": [{"index_key": "get", "private": "xyz", "dependencies": ["module.m.aws_vpc.v", "aws_kms_key.k"],
           "attributes": {"id": "food-get", "filename": "/home/me/x.jar", "source_code_hash": "h"}}]},
        {"module": "module.m[\\"food\\"]", "mode": "managed", "type": "aws_vpc", "name": "v",
         "instances": [{"attributes": {"id": "vpc-1"}}]},
        {"module": "module.m[\\"drinks\\"]", "mode": "managed", "type": "aws_vpc", "name": "v",
         "instances": [{"attributes": {"id": "vpc-2"}}]},
        {"mode": "data", "type": "aws_region", "name": "r", "instances": [{"attributes": {"id": "r"}}]},
        {"mode": "managed", "type": "aws_kms_key", "name": "k", "instances": [{"attributes": {"id": "k"}}]}
      ]}
      """;

  @TempDir private Path folder;

  @Test
  void instancesComeBehindWhatTheyDependOn() throws IOException {
    assertThat(read(STATE).instances())
        .extracting(StateFile.Instance::address)
        .containsExactlyInAnyOrder(
            "module.m[\"food\"].aws_vpc.v",
            "module.m[\"drinks\"].aws_vpc.v",
            "aws_kms_key.k",
            "module.m[\"food\"].aws_lambda_function.f[\"get\"]")
        .last()
        .isEqualTo("module.m[\"food\"].aws_lambda_function.f[\"get\"]");
  }

  @Test
  void aSnapshotHasNoPathAndNoHashAndFillsAgain() throws IOException {
    StateFile snapshot = Snapshots.strip(read(STATE));
    assertThat(snapshot.root().toString()).doesNotContain("/home/me", "source_code_hash", "abc");
    StateFile working = Snapshots.fill(snapshot, new FunctionPackage("../../f.jar", "hash=", 12));
    assertThat(working.root().toString())
        .contains("\"filename\":\"../../f.jar\"", "\"source_code_hash\":\"hash=\"");
    assertThat(snapshot.root().toString()).doesNotContain("f.jar");
  }

  @Test
  void whatIsNoStateIsSaidByPath() throws IOException {
    assertThatThrownBy(() -> read("{\"version\": 3}"))
        .hasMessageContaining("version 3 (expected: 4)");
    assertThatThrownBy(() -> read(STATE.substring(0, 300))).hasMessageContaining("cannot be read");
    assertThatThrownBy(() -> StateFile.read(folder.resolve("none.json")))
        .hasMessageContaining("none.json: cannot be read");
  }

  private StateFile read(String text) throws IOException {
    return StateFile.read(Files.writeString(folder.resolve("state.json"), text));
  }
}
