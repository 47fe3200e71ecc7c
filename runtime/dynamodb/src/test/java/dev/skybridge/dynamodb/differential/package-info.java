/**
 * Sends the same generated operations to the engine and to Amazon's DynamoDB Local, a process of
 * its own, and compares the answers whole.
 */
@NullMarked
package dev.skybridge.dynamodb.differential;

import org.jspecify.annotations.NullMarked;
