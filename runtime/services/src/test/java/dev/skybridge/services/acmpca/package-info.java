@NullMarked
package dev.skybridge.services.acmpca;

import org.jspecify.annotations.NullMarked;
