@NullMarked
package dev.skybridge.services.acm;

import org.jspecify.annotations.NullMarked;
