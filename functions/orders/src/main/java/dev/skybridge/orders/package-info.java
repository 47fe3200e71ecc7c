/**
 * The order functions of a microservice, for AWS Lambda behind an API Gateway REST API (Lambda
 * proxy integration, payload 1.0): {@link dev.skybridge.orders.GetOrders}, {@link
 * dev.skybridge.orders.PostOrder}, {@link dev.skybridge.orders.GetOrder}.
 *
 * <p>The domain is pure: {@link dev.skybridge.orders.Ordering} and {@link
 * dev.skybridge.orders.Listing} know the table only as {@link dev.skybridge.orders.OrderTable}.
 */
@NullMarked
package dev.skybridge.orders;

import org.jspecify.annotations.NullMarked;
