/** Role sessions and their temporary credentials. */
@NullMarked
package dev.skybridge.services.sts;

import org.jspecify.annotations.NullMarked;
