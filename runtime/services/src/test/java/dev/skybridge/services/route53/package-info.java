@NullMarked
package dev.skybridge.services.route53;

import org.jspecify.annotations.NullMarked;
