/** The door of the embedded DynamoDB engine. */
@NullMarked
package dev.skybridge.dynamodb;

import org.jspecify.annotations.NullMarked;
