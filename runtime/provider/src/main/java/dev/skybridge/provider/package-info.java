/**
 * What a resource type or data source is written against: {@code ResourceType}, {@code Rules},
 * {@code Context}. The words are Terraform's; how they travel is in {@code provider.protocol}.
 */
@NullMarked
package dev.skybridge.provider;

import org.jspecify.annotations.NullMarked;
