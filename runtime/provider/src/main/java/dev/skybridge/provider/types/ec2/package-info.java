/** EC2's resource types and data sources, as far as they are network. */
@NullMarked
package dev.skybridge.provider.types.ec2;

import org.jspecify.annotations.NullMarked;
