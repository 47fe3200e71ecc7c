/** Organizations: its control policies, and the organization itself. */
@NullMarked
package dev.skybridge.provider.types.organizations;

import org.jspecify.annotations.NullMarked;
