/** The types of EC2, Elastic Load Balancing, Route 53 and ACM together. */
@NullMarked
package dev.skybridge.provider.types.network;

import org.jspecify.annotations.NullMarked;
