@NullMarked
package dev.skybridge.app.deployment;

import org.jspecify.annotations.NullMarked;
