@NullMarked
package dev.skybridge.services.lambda;

import org.jspecify.annotations.NullMarked;
