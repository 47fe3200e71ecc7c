package dev.skybridge.testing;

import static java.util.Objects.requireNonNull;

/**
 * A command of the real Terraform that has ended.
 *
 * @param status its exit status
 * @param output what it printed, without colours
 */
public record TerraformRun(int status, String output) {
  public TerraformRun {
    requireNonNull(output);
  }

  /**
   * This run, if it succeeded.
   *
   * @throws IllegalStateException with the output if it did not
   */
  public TerraformRun orThrow() {
    if (status != 0) {
      throw new IllegalStateException("terraform: status " + status + "\n" + output);
    }
    return this;
  }
}
