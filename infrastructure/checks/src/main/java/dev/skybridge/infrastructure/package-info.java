/**
 * Runs Terraform over the infrastructure with the real AWS provider and without a network: where
 * both are found, how a run is started, and what it reports.
 */
@NullMarked
package dev.skybridge.infrastructure;

import org.jspecify.annotations.NullMarked;
