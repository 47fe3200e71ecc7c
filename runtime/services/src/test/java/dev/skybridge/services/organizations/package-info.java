@NullMarked
package dev.skybridge.services.organizations;

import org.jspecify.annotations.NullMarked;
