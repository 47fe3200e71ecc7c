/** The Terraform plugin protocol, version 5: how the registry is spoken to. */
@NullMarked
package dev.skybridge.provider.protocol;

import org.jspecify.annotations.NullMarked;
