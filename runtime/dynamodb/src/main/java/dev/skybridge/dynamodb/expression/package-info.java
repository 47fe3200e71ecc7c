/** The expression language: tokens, grammar, evaluation. Pure. */
@NullMarked
package dev.skybridge.dynamodb.expression;

import org.jspecify.annotations.NullMarked;
