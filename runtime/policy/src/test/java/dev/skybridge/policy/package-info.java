/** Tests of the policy language. */
@NullMarked
package dev.skybridge.policy;

import org.jspecify.annotations.NullMarked;
