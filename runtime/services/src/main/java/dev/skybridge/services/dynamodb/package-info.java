/**
 * Amazon DynamoDB's front: who asks, for what, and whether he may. What keeps the items stands
 * behind {@code Backend}.
 */
@NullMarked
package dev.skybridge.services.dynamodb;

import org.jspecify.annotations.NullMarked;
