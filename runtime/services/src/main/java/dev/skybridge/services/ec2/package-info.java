/**
 * Amazon EC2's network: VPCs, subnets, routes, security groups, network interfaces, instances. Its
 * records become the {@link dev.skybridge.network.Topology} on which the gates decide.
 */
@NullMarked
package dev.skybridge.services.ec2;

import org.jspecify.annotations.NullMarked;
