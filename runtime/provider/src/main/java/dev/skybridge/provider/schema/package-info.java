/** Schemas of the real provider, as kept in resource files. */
@NullMarked
package dev.skybridge.provider.schema;

import org.jspecify.annotations.NullMarked;
