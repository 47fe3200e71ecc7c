/** AWS Certificate Manager: certificates from a private authority, kept and renewed. */
@NullMarked
package dev.skybridge.services.acm;

import org.jspecify.annotations.NullMarked;
