@NullMarked
package dev.skybridge.services.ec2;

import org.jspecify.annotations.NullMarked;
