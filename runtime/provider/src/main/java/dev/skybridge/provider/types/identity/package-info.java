/** Terraform's types of IAM, STS, KMS and Secrets Manager. */
@NullMarked
package dev.skybridge.provider.types.identity;

import org.jspecify.annotations.NullMarked;
