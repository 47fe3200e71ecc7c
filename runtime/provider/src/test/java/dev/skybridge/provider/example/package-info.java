/** A resource type as a template, over a service that only keeps records. */
@NullMarked
package dev.skybridge.provider.example;

import org.jspecify.annotations.NullMarked;
