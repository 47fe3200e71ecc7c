/**
 * Elastic Load Balancing: the Application Load Balancer. What it decides and writes is pure; {@link
 * dev.skybridge.services.elb.Elb} gives it sockets.
 */
@NullMarked
package dev.skybridge.services.elb;

import org.jspecify.annotations.NullMarked;
