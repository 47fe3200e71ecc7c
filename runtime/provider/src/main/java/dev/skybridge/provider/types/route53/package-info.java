/** Route 53's resource types: private hosted zones and their records. */
@NullMarked
package dev.skybridge.provider.types.route53;

import org.jspecify.annotations.NullMarked;
