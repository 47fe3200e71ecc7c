/** Tests of EC2's types. */
@NullMarked
package dev.skybridge.provider.types.ec2;

import org.jspecify.annotations.NullMarked;
