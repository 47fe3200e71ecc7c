/** Amazon CloudWatch Logs: groups, streams and their events, as files. */
@NullMarked
package dev.skybridge.services.logs;

import org.jspecify.annotations.NullMarked;
