/**
 * The door of the embedded DynamoDB engine: {@link dev.skybridge.dynamodb.DynamoDbEngine}.
 *
 * <p>It answers as DynamoDB does, where Amazon's DynamoDB Local shows how, with these differences:
 *
 * <ul>
 *   <li>A table is active when CreateTable answers, and gone when DeleteTable does; an index is
 *       active as soon as it is full.
 *   <li>Every read is consistent, also one that does not ask for it, and one of a global index.
 *   <li>Capacity is counted and never throttled; billing mode, throughput, table class, encryption
 *       and point-in-time recovery are recorded and described, and have no effect.
 *   <li>Item counts and sizes are those of now, not of some hours ago.
 *   <li>Expired items go within seconds, not within days.
 *   <li>A batch is never left unprocessed but for the 16 MB of BatchGetItem, and transactions never
 *       conflict: changes of a data set happen one after the other.
 *   <li>Of several mistakes in one request it may name another than DynamoDB Local: a select of
 *       projected attributes without an index before a starting key out of range, a malformed key
 *       before a token used for another transaction, and the token after a path's dot before the
 *       one behind it.
 *   <li>Not served: streams, PartiQL, the parameters of before expressions, backups, exports,
 *       imports, global tables, resource policies, contributor insights.
 * </ul>
 */
@NullMarked
package dev.skybridge.dynamodb;

import org.jspecify.annotations.NullMarked;
