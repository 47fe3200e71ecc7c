/** What the provider's tests share: an inventory in memory, Terraform as a process. */
@NullMarked
package dev.skybridge.provider.testing;

import org.jspecify.annotations.NullMarked;
