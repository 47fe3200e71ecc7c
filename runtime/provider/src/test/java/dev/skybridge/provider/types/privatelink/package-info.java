@NullMarked
package dev.skybridge.provider.types.privatelink;

import org.jspecify.annotations.NullMarked;
