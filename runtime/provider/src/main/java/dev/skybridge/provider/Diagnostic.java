package dev.skybridge.provider;

import static java.util.Objects.requireNonNull;

/**
 * What Terraform shows to a person.
 *
 * @param attribute path as in the configuration, with list positions where known ({@code
 *     ingress[0].cidr_blocks}); empty when it concerns the whole block
 * @param summary one line
 * @param detail what to do
 */
public record Diagnostic(Severity severity, String attribute, String summary, String detail) {
  public Diagnostic {
    requireNonNull(severity);
    requireNonNull(attribute);
    requireNonNull(summary);
    requireNonNull(detail);
  }

  /** Whether it stops the run. */
  public enum Severity {
    ERROR,
    WARNING
  }
}
