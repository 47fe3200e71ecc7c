/** The IAM policy language: parse, evaluate, name the statement that decided. Pure. */
@NullMarked
package dev.skybridge.policy;

import org.jspecify.annotations.NullMarked;
