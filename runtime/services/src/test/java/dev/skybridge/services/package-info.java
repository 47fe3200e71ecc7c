@NullMarked
package dev.skybridge.services;

import org.jspecify.annotations.NullMarked;
