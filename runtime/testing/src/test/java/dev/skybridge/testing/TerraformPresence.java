package dev.skybridge.testing;

import dev.skybridge.app.deployment.Terraform;

/** Whether the tests that need the real Terraform can run. */
final class TerraformPresence {
  static final String CONDITION = "dev.skybridge.testing.TerraformPresence#isThere";
  static final String OTHERWISE = "terraform is not on the PATH";

  private TerraformPresence() {}

  static boolean isThere() {
    return Terraform.onPath().isPresent();
  }
}
