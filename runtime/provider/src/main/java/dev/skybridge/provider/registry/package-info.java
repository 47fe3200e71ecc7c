/** What plans, applies and remembers resource instances; knows no wire and no resource type. */
@NullMarked
package dev.skybridge.provider.registry;

import org.jspecify.annotations.NullMarked;
