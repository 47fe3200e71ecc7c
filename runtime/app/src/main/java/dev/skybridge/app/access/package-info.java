/**
 * Who reaches what: the gates of serving, asked without sending anything. A judgement for one way,
 * and the matrix of all.
 */
@NullMarked
package dev.skybridge.app.access;

import org.jspecify.annotations.NullMarked;
