/** The data model: attribute values, numbers, item sizes, key order, JSON. Pure. */
@NullMarked
package dev.skybridge.dynamodb.model;

import org.jspecify.annotations.NullMarked;
