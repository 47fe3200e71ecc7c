/** The runtime started in-process on free ports, for our tests and for users' tests. */
@NullMarked
package dev.skybridge.testing;

import org.jspecify.annotations.NullMarked;
