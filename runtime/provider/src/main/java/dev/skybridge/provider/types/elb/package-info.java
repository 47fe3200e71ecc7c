/** Elastic Load Balancing's resource types: the Application Load Balancer. */
@NullMarked
package dev.skybridge.provider.types.elb;

import org.jspecify.annotations.NullMarked;
