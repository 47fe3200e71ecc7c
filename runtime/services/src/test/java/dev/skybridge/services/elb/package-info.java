@NullMarked
package dev.skybridge.services.elb;

import org.jspecify.annotations.NullMarked;
