@NullMarked
package dev.skybridge.services.privatelink;

import org.jspecify.annotations.NullMarked;
