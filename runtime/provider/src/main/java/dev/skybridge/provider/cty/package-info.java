/**
 * Terraform's values and types (cty): an immutable tree, its wire forms, nothing of any resource.
 */
@NullMarked
package dev.skybridge.provider.cty;

import org.jspecify.annotations.NullMarked;
