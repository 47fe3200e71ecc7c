@NullMarked
package dev.skybridge.services.dynamodb;

import org.jspecify.annotations.NullMarked;
