/**
 * The describe operations of EC2's API: resources by their ids and by filters, in pages. A service
 * declares its resources with {@code Describe}. Shared by the services behind that API.
 */
@NullMarked
package dev.skybridge.services.api.describe;

import org.jspecify.annotations.NullMarked;
