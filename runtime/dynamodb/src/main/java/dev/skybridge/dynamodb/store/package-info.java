/**
 * Ordered bytes on disk: one SQLite file per data set, a thread that writes it in group commits, a
 * few that read it. It knows keys and values, nothing of tables and items.
 *
 * <p>Threads: callers may be virtual and wait on a future; no caller enters SQLite's native code.
 * Only the writer's thread writes; each reading thread has a connection of its own; the
 * checkpointer's thread moves the write-ahead log into the file.
 */
@NullMarked
package dev.skybridge.dynamodb.store;

import org.jspecify.annotations.NullMarked;
