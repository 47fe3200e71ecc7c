/** ACM's resource types: certificates from a private authority. */
@NullMarked
package dev.skybridge.provider.types.acm;

import org.jspecify.annotations.NullMarked;
