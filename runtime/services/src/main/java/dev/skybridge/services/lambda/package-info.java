/**
 * AWS Lambda: functions as real processes of AWS's own runtime interface client, one invocation at
 * a time in each.
 */
@NullMarked
package dev.skybridge.services.lambda;

import org.jspecify.annotations.NullMarked;
