/** Secrets: values sealed by a key, every reading judged. */
@NullMarked
package dev.skybridge.services.secretsmanager;

import org.jspecify.annotations.NullMarked;
