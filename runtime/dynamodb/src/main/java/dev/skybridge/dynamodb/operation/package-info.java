/**
 * The operations of DynamoDB's API, a class each: from a request's parameters to what is read or
 * changed, and to the answer or the error.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Operations_Amazon_DynamoDB.html">
 *     Amazon DynamoDB: Actions</a>
 */
@NullMarked
package dev.skybridge.dynamodb.operation;

import org.jspecify.annotations.NullMarked;
