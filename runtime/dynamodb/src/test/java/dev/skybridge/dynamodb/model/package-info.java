/** Tests of the data model. */
@NullMarked
package dev.skybridge.dynamodb.model;

import org.jspecify.annotations.NullMarked;
