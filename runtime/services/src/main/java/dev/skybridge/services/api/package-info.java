/**
 * AWS's APIs on one address: finds service and operation, verifies the signature, lets the service
 * answer, and writes that in the service's protocol. A service describes itself with {@code
 * ApiService}; each operation is an {@code ApiOperation}. Shared by the services.
 */
@NullMarked
package dev.skybridge.services.api;

import org.jspecify.annotations.NullMarked;
