@NullMarked
package dev.skybridge.dynamodb;

import org.jspecify.annotations.NullMarked;
