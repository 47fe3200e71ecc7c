/** AWS Private Certificate Authority: the one authority that the organization shares. */
@NullMarked
package dev.skybridge.services.acmpca;

import org.jspecify.annotations.NullMarked;
