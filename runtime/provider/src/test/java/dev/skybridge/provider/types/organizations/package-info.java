@NullMarked
package dev.skybridge.provider.types.organizations;

import org.jspecify.annotations.NullMarked;
