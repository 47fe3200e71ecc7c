/**
 * Deployments: an infrastructure root with its variables, account and state, and Terraform run on
 * it.
 */
@NullMarked
package dev.skybridge.app.deployment;

import org.jspecify.annotations.NullMarked;
