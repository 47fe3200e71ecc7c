/**
 * Tables: their definitions, where their items and indexes are among a store's ordered bytes, and
 * how an item's change keeps every index equal to its table.
 */
@NullMarked
package dev.skybridge.dynamodb.table;

import org.jspecify.annotations.NullMarked;
