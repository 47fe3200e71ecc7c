/** Terraform's {@code aws_vpc_endpoint}. */
@NullMarked
package dev.skybridge.provider.types.privatelink;

import org.jspecify.annotations.NullMarked;
