/**
 * Names and their addresses, per VPC. What resolves is pure; the server in front of it is in the
 * fabric.
 */
@NullMarked
package dev.skybridge.network.dns;

import org.jspecify.annotations.NullMarked;
