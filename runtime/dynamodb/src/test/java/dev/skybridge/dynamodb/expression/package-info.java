/** Tests of the expression language. */
@NullMarked
package dev.skybridge.dynamodb.expression;

import org.jspecify.annotations.NullMarked;
