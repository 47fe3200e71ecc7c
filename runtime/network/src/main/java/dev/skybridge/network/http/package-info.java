/** HTTP as the services see it: immutable messages, a blocking handler, a blocking client. */
@NullMarked
package dev.skybridge.network.http;

import org.jspecify.annotations.NullMarked;
