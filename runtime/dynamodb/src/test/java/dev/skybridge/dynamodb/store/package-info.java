@NullMarked
package dev.skybridge.dynamodb.store;

import org.jspecify.annotations.NullMarked;
