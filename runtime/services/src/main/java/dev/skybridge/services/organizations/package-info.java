/** AWS Organizations: service and resource control policies, and whom they hold for. */
@NullMarked
package dev.skybridge.services.organizations;

import org.jspecify.annotations.NullMarked;
